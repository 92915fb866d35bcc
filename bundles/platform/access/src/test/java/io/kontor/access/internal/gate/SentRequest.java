package io.kontor.access.internal.gate;

import io.kontor.rest.ClientRequest;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;

/** A request of which only headers and cookies matter. */
final class SentRequest {

    private SentRequest() {}

    static ClientRequest with(Map<String, String> headers, Cookie... cookies) {
        Map<String, String> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sent.putAll(headers);
        HttpServletRequest http = (HttpServletRequest) Proxy.newProxyInstance(
                SentRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> sent.get((String) arguments[0]);
                    case "getCookies" -> cookies.length == 0 ? null : cookies;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return new ClientRequest("1", http, "crm.example", "crm.example", "192.0.2.1", true);
    }

    static ClientRequest with(String... headersAndValues) {
        Map<String, String> headers = new TreeMap<>();
        Stream.iterate(0, i -> i < headersAndValues.length, i -> i + 2)
                .forEach(i -> headers.put(headersAndValues[i].toLowerCase(Locale.ROOT), headersAndValues[i + 1]));
        return with(headers);
    }
}
