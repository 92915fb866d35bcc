package io.kontor.access.internal.session;

import io.kontor.access.internal.gate.AccessGate;
import io.kontor.rest.ClientRequest;

/** The cookie of a session: not for scripts, not for foreign sites, and only over https where the site has it. */
public final class SessionCookie {

    private static final long MOST_SECONDS = 14L * 24 * 60 * 60;

    private SessionCookie() {}

    /** The header that sets it; the database decides when the session really ends. */
    public static String of(String token, ClientRequest request) {
        return header(token, MOST_SECONDS, request);
    }

    static String gone(ClientRequest request) {
        return header("", 0, request);
    }

    private static String header(String value, long seconds, ClientRequest request) {
        return AccessGate.COOKIE + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (request.secure() ? "; Secure" : "");
    }
}
