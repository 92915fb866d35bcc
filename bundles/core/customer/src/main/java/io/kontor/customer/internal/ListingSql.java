package io.kontor.customer.internal;

/** The statements of {@link ListingStore}; a filter that is not set is folded away by the optimizer. */
final class ListingSql {

    private static final String COLUMNS = """
            select l.customer_id, l.kind, l.name, l.owner_id, l.lifecycle, l.main_email, l.main_phone, l.city, l.country,
                   l.tags, l.created_at, l.last_activity_at
            """;

    private static final String FILTERS = """
               (? or l.owner_id in (?))
               and (? or l.owner_id = ?)
               and (? or l.lifecycle = ?)
            """;

    private static final String NAME_ORDER = """
               and (? or (l.name >= ? and (l.name > ? or l.customer_id > ?)))
             order by l.name, l.customer_id
             limit ?
            """;

    private static final String NEWEST_ORDER = """
               and (? or (l.created_at <= ? and (l.created_at < ? or l.customer_id < ?)))
             order by l.created_at desc, l.customer_id desc
             limit ?
            """;

    private static final String TAGGED = """
              from customer_listing_tag t straight_join customer_listing l on l.customer_id = t.customer_id
             where t.tag = ? and
            """;

    private static final String FOUND = """
              from customer_listing l
             where l.customer_id in (?)
               and (? or exists (
                     select 1 from customer_listing_tag t where t.customer_id = l.customer_id and t.tag = ?))
               and
            """;

    static final String BY_NAME = COLUMNS + " from customer_listing l where " + FILTERS + NAME_ORDER;

    static final String BY_NEWEST = COLUMNS + " from customer_listing l where " + FILTERS + NEWEST_ORDER;

    static final String TAG_BY_NAME = COLUMNS + TAGGED + FILTERS + """
                 and (? or (t.name >= ? and (t.name > ? or t.customer_id > ?)))
               order by t.name, t.customer_id
               limit ?
              """;

    static final String TAG_BY_NEWEST = COLUMNS + TAGGED + FILTERS + """
                 and (? or (t.created_at <= ? and (t.created_at < ? or t.customer_id < ?)))
               order by t.created_at desc, t.customer_id desc
               limit ?
              """;

    static final String FOUND_BY_NAME = COLUMNS + FOUND + FILTERS + NAME_ORDER;

    static final String FOUND_BY_NEWEST = COLUMNS + FOUND + FILTERS + NEWEST_ORDER;

    static final String BY_IDS = COLUMNS + " from customer_listing l where l.customer_id in (?)";

    static final String INSERT = """
            insert into customer_listing
                   (customer_id, kind, name, owner_id, lifecycle, main_email, main_phone, city, country, tags, created_at,
                    last_activity_at, document)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static final String INSERT_TAG = """
            insert into customer_listing_tag (customer_id, tag, name, created_at) values (?, ?, ?, ?)
                on duplicate key update tag = tag
            """;

    static final String TOUCH = """
            update customer_listing set last_activity_at = greatest(coalesce(last_activity_at, ?), ?)
             where customer_id = ?
            """;

    static final String LAST_ACTIVITY = """
            select greatest(coalesce(a.at, b.at), coalesce(b.at, a.at)) as at
              from (select max(at) as at from customer_timeline_entry where customer_id in (?)) a,
                   (select max(at) as at from customer_timeline_entry where contact_id in (?)) b
            """;

    private ListingSql() {}
}
