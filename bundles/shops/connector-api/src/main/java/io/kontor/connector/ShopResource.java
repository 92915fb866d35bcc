package io.kontor.connector;

/** The types of records that a shop has. */
public enum ShopResource {
    ORDER("order"),
    PRODUCT("product"),
    CUSTOMER("customer"),
    OTHER("other");

    private final String word;

    ShopResource(String word) {
        this.word = word;
    }

    /** The type in {@link io.kontor.customer.ExternalId}; stored, so it never changes. */
    public String word() {
        return word;
    }
}
