package io.kontor.customer.internal;

import io.kontor.customer.CustomerId;
import io.kontor.kernel.Actor;
import io.kontor.kernel.UserId;
import io.kontor.store.Row;
import io.kontor.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which ids mean the same customer: a forest, one row for each id that was merged away. */
@Component(service = AliasStore.class)
public final class AliasStore {

    private static final String SET = """
            select member_id, parent_id, root_id from customer_alias
             where root_id = coalesce((select root_id from customer_alias where member_id = ?), ?)
             order by merge_id
            """;

    private static final String MERGED = """
            select a.member_id, a.merged_at, c.given_name, c.family_name, c.legal_name,
                   (select p.value from customer_contact_point p where p.customer_id = a.member_id limit 1) as point
              from customer_alias a join customer c on c.id = a.member_id
             where a.root_id = ?
             order by a.merge_id desc
            """;

    private final Store store;

    /**
     * One id that was merged away.
     *
     * @param parent what it was merged into
     * @param root the survivor of all merges so far
     */
    record Alias(CustomerId member, CustomerId parent, CustomerId root) {}

    @Activate
    public AliasStore(@Reference(target = "(unit=customer)") Store store) {
        this.store = store;
    }

    /** All ids of the same customer: the survivor, then each merged id with those it had taken in before. */
    public List<CustomerId> members(CustomerId id) {
        List<Alias> aliases = set(id);
        CustomerId root = aliases.isEmpty() ? id : aliases.get(0).root();
        return subtree(root, aliases);
    }

    /** The survivor; the id itself if it was never merged away. */
    public CustomerId root(CustomerId id) {
        return store.sql()
                .one(
                        "select root_id from customer_alias where member_id = ?",
                        row -> new CustomerId(row.uuid("root_id")),
                        id)
                .orElse(id);
    }

    List<Alias> set(CustomerId id) {
        return store.sql().list(SET, AliasStore::alias, id, id);
    }

    /** What was merged into a customer, the newest first. */
    List<MergedRecord> merged(CustomerId root) {
        return store.sql().list(MERGED, AliasStore::merged, root);
    }

    private static MergedRecord merged(Row row) {
        String person = Stream.of(row.optionalString("given_name"), row.optionalString("family_name"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        String name = row.optionalString("legal_name")
                .or(() -> person.isEmpty() ? row.optionalString("point") : Optional.of(person))
                .orElse("–");
        return new MergedRecord(new CustomerId(row.uuid("member_id")), name, row.instant("merged_at"));
    }

    /** The id and everything below it, parents before children, children in the order of their merges. */
    static List<CustomerId> subtree(CustomerId top, List<Alias> aliases) {
        List<CustomerId> ids = new ArrayList<>();
        ids.add(top);
        aliases.stream()
                .filter(alias -> alias.parent().equals(top))
                .forEach(child -> ids.addAll(subtree(child.member(), aliases)));
        return ids;
    }

    void insert(Alias alias, UUID merge, Instant at, Actor by, String provenance) {
        store.sql()
                .update(
                        """
                        insert into customer_alias
                               (member_id, parent_id, root_id, merge_id, merged_at, merged_by, provenance)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """,
                        alias.member(),
                        alias.parent(),
                        alias.root(),
                        merge,
                        at,
                        by.user().map(UserId::value),
                        provenance);
    }

    /** Names another survivor for these ids. */
    void moveTo(CustomerId root, Collection<CustomerId> members) {
        store.sql().update("update customer_alias set root_id = ? where member_id in (?)", root, members);
    }

    Optional<Alias> find(CustomerId member) {
        return store.sql()
                .one(
                        "select member_id, parent_id, root_id from customer_alias where member_id = ?",
                        AliasStore::alias,
                        member);
    }

    void delete(CustomerId member) {
        store.sql().update("delete from customer_alias where member_id = ?", member);
    }

    private static Alias alias(Row row) {
        return new Alias(
                new CustomerId(row.uuid("member_id")),
                new CustomerId(row.uuid("parent_id")),
                new CustomerId(row.uuid("root_id")));
    }
}
