/**
 * A WooCommerce shop played by us: REST v3, one-click authorisation and webhooks over HTTP, written from the documented
 * and recorded behaviour of WooCommerce 11, its traps included.
 *
 * <p>{@link io.kontor.fake.woocommerce.FakeWooCommerce} is the door for tests and the demo,
 * {@link io.kontor.fake.woocommerce.Main} for a shop in a process of its own, which is then driven over
 * {@code /_fake/}. Everything is kept in memory. It is never part of a productive start.
 */
@NullMarked
package io.kontor.fake.woocommerce;

import org.jspecify.annotations.NullMarked;
