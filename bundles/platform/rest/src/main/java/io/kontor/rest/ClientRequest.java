package io.kontor.rest;

import java.util.Optional;
import javax.servlet.http.HttpServletRequest;

/**
 * What the door found out about a request before anybody else sees it.
 *
 * @param id names the request in the log and in the answer's {@code X-Request-Id}
 * @param http the request itself
 * @param host the host name that was asked for, without a port
 * @param authority the host name with the port, as the browser shows it
 * @param address the client's address; that of the proxy's client only where the node trusts its proxy
 * @param secure whether the browser speaks https
 */
public record ClientRequest(
        String id, HttpServletRequest http, String host, String authority, String address, boolean secure) {

    /** The request attribute under which resources find it. */
    public static final String ATTRIBUTE = ClientRequest.class.getName();

    /** The request that the door let in. */
    public static ClientRequest of(HttpServletRequest http) {
        if (http.getAttribute(ATTRIBUTE) instanceof ClientRequest request) {
            return request;
        }
        throw new IllegalStateException("The request did not come through the door");
    }

    /** The header's value, if it was sent. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(http.getHeader(name));
    }

    /** The address of the site that the browser is on, for example {@code https://crm.example.org}. */
    public String origin() {
        return (secure ? "https://" : "http://") + authority;
    }
}
