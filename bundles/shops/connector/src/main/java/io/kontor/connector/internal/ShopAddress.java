package io.kontor.connector.internal;

import io.kontor.connector.ConnectorError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;

/** The address of a shop as a person types it, in the one form that tells two shops apart. */
final class ShopAddress {

    private static final int LONGEST = 500;

    private ShopAddress() {}

    /** @throws KontorException {@link ConnectorError#FIELD} */
    static URI of(String typed) {
        String text = typed.strip();
        String complete = text.contains("://") ? text : "https://" + text;
        try {
            URI uri = new URI(complete).normalize();
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (!web || uri.getHost() == null || uri.getUserInfo() != null || complete.length() > LONGEST) {
                throw invalid();
            }
            boolean standard = uri.getPort() == (scheme.equals("https") ? 443 : 80);
            String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("(/wp-(json|admin).*)?/*$", "");
            return URI.create(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT)
                    + (uri.getPort() < 0 || standard ? "" : ":" + uri.getPort()) + path);
        } catch (URISyntaxException e) {
            throw invalid();
        }
    }

    private static KontorException invalid() {
        Reason reason = Reason.of("connector.address", "it must look like https://shop.example.com");
        return new KontorException(ConnectorError.FIELD, Map.of("field", "url", "reason", reason));
    }
}
