@org.jspecify.annotations.NullMarked
package io.kontor.kernel.internal;
