/** A clock that is moved by hand, and identifiers that repeat. Never part of the product. */
@org.jspecify.annotations.NullMarked
package io.kontor.testkit.kernel;
