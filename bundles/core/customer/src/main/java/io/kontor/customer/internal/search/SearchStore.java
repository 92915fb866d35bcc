package io.kontor.customer.internal.search;

import io.kontor.access.RowRule;
import io.kontor.customer.Customer;
import io.kontor.customer.CustomerId;
import io.kontor.customer.SearchHit;
import io.kontor.store.Row;
import io.kontor.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The search keys: written with the customer, read by prefix. */
@Component(service = SearchStore.class)
public final class SearchStore {

    /** Above every character, so that it ends the range of a prefix. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    static final String BY_PREFIX = """
            select k.customer_id
              from customer_search_key k straight_join customer_listing l on l.customer_id = k.customer_id
             where k.kind = ? and k.search_key >= ? and k.search_key < ?
               and (? or l.owner_id in (?))
               and (? or exists (select 1 from customer_search_key a where a.customer_id = k.customer_id
                                    and a.kind = 'N' and a.search_key >= ? and a.search_key < ?))
               and (? or exists (select 1 from customer_search_key b where b.customer_id = k.customer_id
                                    and b.kind = 'N' and b.search_key >= ? and b.search_key < ?))
               and (? or exists (select 1 from customer_search_key c where c.customer_id = k.customer_id
                                    and c.kind = 'N' and c.search_key >= ? and c.search_key < ?))
             order by k.kind, k.search_key, k.customer_id
             limit ?
            """;

    private static final String HITS =
            "select customer_id, name, main_email, main_phone, city from customer_listing where customer_id in (?)";

    private final Store store;

    @Activate
    public SearchStore(@Reference(target = "(unit=customer)") Store store) {
        this.store = store;
    }

    /** The customers that the text means, best first, each once. */
    public List<UUID> find(String text, RowRule rule, int limit) {
        SearchTerms terms = SearchTerms.parse(text);
        Set<UUID> found = new LinkedHashSet<>();
        for (SearchKey key : terms.any()) {
            if (found.size() < limit) {
                found.addAll(byPrefix(key, names(key, terms), rule, limit));
            }
        }
        return found.stream().limit(limit).toList();
    }

    private static List<String> names(SearchKey key, SearchTerms terms) {
        return key.kind() == KeyKind.NAME
                ? terms.names().stream().limit(SearchTerms.MOST_FURTHER_WORDS).toList()
                : List.of();
    }

    private List<UUID> byPrefix(SearchKey key, List<String> names, RowRule rule, int limit) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(key.kind().code());
        parameters.add(key.text());
        parameters.add(key.text() + LAST);
        parameters.add(rule.everybody());
        parameters.add(rule.ownerIds());
        for (int i = 0; i < SearchTerms.MOST_FURTHER_WORDS; i++) {
            boolean given = i < names.size();
            String name = given ? names.get(i) : "";
            parameters.add(!given);
            parameters.add(name);
            parameters.add(name + LAST);
        }
        parameters.add(limit);
        return store.sql().list(BY_PREFIX, row -> row.uuid("customer_id"), parameters.toArray());
    }

    /** What to show of these customers, in their order. */
    List<SearchHit> hits(List<UUID> ids) {
        Map<UUID, SearchHit> hits = new HashMap<>();
        if (!ids.isEmpty()) {
            store.sql().list(HITS, SearchStore::hit, ids).forEach(hit -> hits.put(hit.id(), hit));
        }
        return ids.stream().map(hits::get).filter(Objects::nonNull).toList();
    }

    private static SearchHit hit(Row row) {
        return new SearchHit(
                "customer",
                row.uuid("customer_id"),
                row.string("name"),
                Stream.of("main_email", "main_phone", "city")
                        .flatMap(column -> row.optionalString(column).stream())
                        .collect(Collectors.joining(" · ")));
    }

    public void insert(Customer customer) {
        List<Object[]> rows = SearchKeys.of(customer).stream()
                .map(key -> new Object[] {key.kind().code(), key.text(), customer.id()})
                .toList();
        store.sql().batch("insert into customer_search_key (kind, search_key, customer_id) values (?, ?, ?)", rows);
    }

    public void delete(Collection<CustomerId> ids) {
        store.sql().update("delete from customer_search_key where customer_id in (?)", ids);
    }
}
