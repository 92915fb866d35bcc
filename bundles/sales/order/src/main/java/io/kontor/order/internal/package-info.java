/** How orders are kept: versions, tables, REST. */
@org.jspecify.annotations.NullMarked
package io.kontor.order.internal;
