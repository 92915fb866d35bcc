/**
 * What every connector has to pass: extend {@link io.kontor.connector.conformance.ShopConnectorConformance} and play the
 * shop by a {@link io.kontor.connector.conformance.PlayedShop}.
 */
@org.jspecify.annotations.NullMarked
package io.kontor.connector.conformance;
