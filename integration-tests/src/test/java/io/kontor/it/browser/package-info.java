/** People at the product's pages, with a real browser. */
@org.jspecify.annotations.NullMarked
package io.kontor.it.browser;
