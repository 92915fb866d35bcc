/**
 * Fakes of the platform's services that the tests of all modules share. A plain dependency of scope test, never part of
 * the product.
 */
@org.jspecify.annotations.NullMarked
package io.kontor.testkit;
