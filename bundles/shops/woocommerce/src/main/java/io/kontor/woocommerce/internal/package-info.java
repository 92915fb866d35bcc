/** WooCommerce 3.5 and newer, through its REST API v3 and its webhooks. */
@org.jspecify.annotations.NullMarked
package io.kontor.woocommerce.internal;
