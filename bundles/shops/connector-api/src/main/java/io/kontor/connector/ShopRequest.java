package io.kontor.connector;

import java.net.URI;
import java.util.Map;

/**
 * A request to a shop.
 *
 * @param method the HTTP method
 * @param headers beside those that the way itself sets (Host, Content-Length, Connection, User-Agent)
 * @param body empty if there is none
 */
public record ShopRequest(String method, URI uri, Map<String, String> headers, byte[] body) {

    public static ShopRequest get(URI uri, Map<String, String> headers) {
        return new ShopRequest("GET", uri, headers, new byte[0]);
    }

    /** Whether sending it twice does no harm. */
    public boolean repeatable() {
        return method.equals("GET") || method.equals("PUT") || method.equals("DELETE");
    }

    /** Names method and path only: a query may carry keys. */
    @Override
    public String toString() {
        return method + " " + uri.getPath();
    }
}
