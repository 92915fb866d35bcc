package io.kontor.fake.woocommerce;

import java.util.ArrayList;
import java.util.List;

/** Totals and neighbours of a page. */
final class PageHeaders {
    private PageHeaders() {}

    static Answer on(Answer answer, Request request, ListQuery.Page page, String home) {
        List<String> links = new ArrayList<>();
        links.add("<" + home + "/wp-json/>; rel=\"https://api.w.org/\"");
        if (page.number() > 1) {
            links.add(link(request, Math.min(page.number() - 1, Math.max(page.pages(), 1)), home, "prev"));
        }
        if (page.number() < page.pages()) {
            links.add(link(request, page.number() + 1, home, "next"));
        }
        return answer.with("X-WP-Total", Integer.toString(page.total()))
                .with("X-WP-TotalPages", Integer.toString(page.pages()))
                .with("Access-Control-Expose-Headers", "X-WP-Total, X-WP-TotalPages, Link")
                .with("Link", String.join(", ", links));
    }

    private static String link(Request request, int number, String home, String relation) {
        StringBuilder url = new StringBuilder(home).append(request.path()).append('?');
        request.query().all().forEach((name, values) -> {
            if (!"page".equals(name) && !name.startsWith("oauth_") && !name.startsWith("consumer_")) {
                for (String value : values) {
                    url.append(WooAuthentication.encode(name))
                            .append('=')
                            .append(WooAuthentication.encode(value))
                            .append('&');
                }
            }
        });
        return "<" + url + "page=" + number + ">; rel=\"" + relation + "\"";
    }
}
