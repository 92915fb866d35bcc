/**
 * What a shop or marketplace connector has to do, and what it may rely on.
 *
 * <p>A connector is a leaf bundle that publishes one {@link io.kontor.connector.ShopConnector}. It turns the shop's
 * documents into {@link io.kontor.connector.ShopOrder}, {@link io.kontor.connector.ShopProduct} and
 * {@link io.kontor.connector.ShopCustomer}, or sets them aside as {@link io.kontor.connector.RejectedDocument} with the
 * reason in words; it reads the shop page by page through {@link io.kontor.connector.ShopSession}, and it tells genuine
 * messages from forged ones. Accounts, sealed keys, progress, pace, retries, the question who a buyer is and what a
 * second version of an order means are the {@code connector} module's.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.kontor.connector;
