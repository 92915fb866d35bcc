/** What Kontor's operations cost, beside the same statements by plain JDBC and beside a reference loop. */
@org.jspecify.annotations.NullMarked
package io.kontor.it.bench;
