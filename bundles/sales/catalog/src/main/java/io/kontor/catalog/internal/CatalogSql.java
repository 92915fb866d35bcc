package io.kontor.catalog.internal;

/** The statements of the catalogue's tables; each list has the index that its EXPLAIN test names. */
final class CatalogSql {
    private static final String LISTING = """
            select id, product_id, account_id, external_type, external_id, name, sku, currency, price, foreign_state,
                   stock, changed_at, delisted
              from catalog_listing
            """;

    private static final String PRODUCT = """
            select id, parent_id, name, sku, nature, tax_category, legal_entity_id, edited, linked_to, version
              from catalog_product
            """;

    static final String LOCK_LISTING = LISTING + """
             where account_id = ? and external_type = ? and external_id = ?
               for update
            """;

    static final String LISTED = """
            select product_id from catalog_listing where account_id = ? and external_type = ? and external_id = ?
            """;

    static final String LISTINGS = LISTING + """
             where product_id in (?)
             order by product_id, id
            """;

    /** Ends with the columns of {@link #UPDATE_LISTING}, in their order. */
    static final String INSERT_LISTING = """
            insert into catalog_listing (id, account_id, external_type, external_id, product_id, name, sku, currency,
                   price, foreign_state, stock, changed_at, delisted)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static final String UPDATE_LISTING = """
            update catalog_listing
               set product_id = ?, name = ?, sku = ?, currency = ?, price = ?, foreign_state = ?, stock = ?,
                   changed_at = ?, delisted = ?
             where id = ?
            """;

    static final String MOVE_LISTINGS = "update catalog_listing set product_id = ? where product_id = ?";

    static final String LOCK = PRODUCT + " where id = ? for update";

    static final String FIND = PRODUCT + " where id = ?";

    /** Ends with the columns of {@link #UPDATE}, in their order. */
    static final String INSERT = """
            insert into catalog_product (id, legal_entity_id, parent_id, name, sku, nature, tax_category, edited,
                   linked_to, version)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static final String UPDATE = """
            update catalog_product
               set parent_id = ?, name = ?, sku = ?, nature = ?, tax_category = ?, edited = ?, linked_to = ?,
                   version = ?
             where id = ?
            """;

    static final String LISTED_ELSEWHERE = """
            select distinct product_id from catalog_listing
             where sku = ? and account_id <> ? and not delisted
             order by product_id
             limit 20
            """;

    static final String PROPOSE = """
            insert ignore into catalog_link_proposal (product_id, other_id, sku, proposed_at) values (?, ?, ?, ?)
            """;

    static final String DECIDE = """
            update catalog_link_proposal set decision = ?
             where product_id = ? and other_id = ? and decision is null
            """;

    static final String PROPOSALS = """
            select product_id, other_id, sku, proposed_at
              from catalog_link_proposal where product_id = ? and decision is null
            union all
            select product_id, other_id, sku, proposed_at
              from catalog_link_proposal where other_id = ? and decision is null
            """;

    static final String PAGE = PRODUCT + """
             where linked_to is null
               and name like ? escape '!'
               and (? is null or sku = ?)
               and (? is null or nature = ?)
               and (? is null or parent_id = ?)
               and name >= ? and (name > ? or id > ?)
             order by name, id
             limit ?
            """;

    private CatalogSql() {}
}
