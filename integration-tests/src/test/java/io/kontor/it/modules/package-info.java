/** Modules come, change and go while the product runs; well-behaved ones, hostile ones, and archives that are none. */
@org.jspecify.annotations.NullMarked
package io.kontor.it.modules;
