package io.kontor.fake.woocommerce;

/**
 * One request that the shop got.
 *
 * @param path without the query
 * @param query without what belongs to the authentication
 * @param status of the answer, 0 when the connection was closed without one
 */
public record RequestRecord(String method, String path, String query, int status) {}
