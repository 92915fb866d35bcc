package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The {@code _links} of documents. */
final class Links {
    static final String API = "/wp-json/wc/v3/";
    private final String home;

    Links(String home) {
        this.home = home;
    }

    String home() {
        return home;
    }

    String api(String path) {
        return home + API + path;
    }

    /** Appends self and collection to a document of this collection. */
    ObjectNode append(ObjectNode node, String collection, long id) {
        ObjectNode links = node.putObject("_links");
        links.putArray("self").addObject().put("href", api(collection + "/" + id));
        links.putArray("collection").addObject().put("href", api(collection));
        return links;
    }
}
