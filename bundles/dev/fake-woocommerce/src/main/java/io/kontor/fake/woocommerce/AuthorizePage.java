package io.kontor.fake.woocommerce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code /wc-auth/v1/authorize}: a page with a button; approving posts fresh keys to the callback and sends the browser
 * back. The shopkeeper counts as logged in.
 */
final class AuthorizePage {
    static final String PREFIX = "/wc-auth/v1/";
    private static final List<String> MANDATORY = List.of("app_name", "user_id", "return_url", "callback_url", "scope");
    private static final Set<String> SCOPES = Set.of("read", "write", "read_write");
    private final Shop shop;
    private final WooAuthentication authentication;
    private final Sender sender;
    private final Map<String, String> nonces = new HashMap<>();

    AuthorizePage(Shop shop, WooAuthentication authentication, Sender sender) {
        this.shop = shop;
        this.authentication = authentication;
        this.sender = sender;
    }

    Answer answer(Request request) {
        Optional<String> wrong = wrong(request.query());
        if (wrong.isPresent()) {
            return Answer.html(401, "<!DOCTYPE html><h1>Error</h1><p>" + escaped(wrong.get()) + "</p>");
        }
        return switch (request.path().substring(PREFIX.length())) {
            case "authorize" -> page(request.query());
            case "access_granted" -> granted(request.query());
            default -> throw RestError.noRoute();
        };
    }

    private Optional<String> wrong(Query query) {
        for (String name : MANDATORY) {
            if (query.get(name).isEmpty()) {
                return Optional.of("Missing parameter " + name);
            }
        }
        if (!SCOPES.contains(query.get("scope", ""))) {
            return Optional.of("Invalid scope " + query.get("scope", ""));
        }
        if (!query.get("return_url", "").matches("https?://.+")) {
            return Optional.of("The return_url is not a valid URL");
        }
        String callback = query.get("callback_url", "");
        if (!callback.startsWith("https://") && !(shop.config().httpCallbacks() && callback.startsWith("http://"))) {
            return Optional.of("The callback_url needs to be over SSL");
        }
        return Optional.empty();
    }

    private synchronized Answer page(Query query) {
        String nonce = shop.key("", 10);
        nonces.put(nonce, query.get("callback_url", ""));
        List<String> parameters = new ArrayList<>();
        MANDATORY.forEach(name -> parameters.add(name + "=" + WooAuthentication.encode(query.get(name, ""))));
        parameters.add("wc_auth_nonce=" + nonce);
        String approve = PREFIX + "access_granted?" + String.join("&", parameters);
        String app = escaped(query.get("app_name", ""));
        return Answer.html(200, """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>Application authentication request</title></head>
                <body>
                <h1>%s would like to connect to your store</h1>
                <p>This will give "%s" <strong>%s</strong> access.</p>
                <p><a class="wc-auth-approve" href="%s">Approve</a>
                   <a class="wc-auth-deny" href="%s">Deny</a></p>
                </body></html>
                """.formatted(
                        app, app, escaped(query.get("scope", "")), escaped(approve), escaped(returning(query, 0))));
    }

    private Answer granted(Query query) {
        synchronized (this) {
            String callback = nonces.remove(query.get("wc_auth_nonce", ""));
            if (!query.get("callback_url", "").equals(callback)) {
                return Answer.html(401, "<!DOCTYPE html><h1>Error</h1><p>Invalid nonce verification</p>");
            }
        }
        WooAuthentication.Keys keys = authentication.add(
                "ck_" + Signature.md5(shop.key("", 20)),
                "cs_" + Signature.md5(shop.key("", 20)),
                query.get("scope", ""));
        byte[] body = Json.bytes(Json.object()
                .put("key_id", keys.id())
                .put("user_id", query.get("user_id", ""))
                .put("consumer_key", keys.key())
                .put("consumer_secret", keys.secret())
                .put("key_permissions", keys.permissions()));
        if (sender.post(query.get("callback_url", ""), body) != 200) {
            authentication.revoke(keys.key());
            return Answer.html(
                    401,
                    "<!DOCTYPE html><h1>Error</h1><p>An error occurred in the request and at the time were unable to"
                            + " send the consumer data</p>");
        }
        return Answer.redirect(returning(query, 1));
    }

    private static String returning(Query query, int success) {
        String url = query.get("return_url", "");
        return url + (url.contains("?") ? "&" : "?") + "success=" + success + "&user_id="
                + WooAuthentication.encode(query.get("user_id", ""));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
