package io.kontor.fake.woocommerce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the parameters of a list ask for: filters, order and page, with the limits and defaults of REST v3. */
final class ListQuery {
    private static final int PER_PAGE = 10;
    private static final int PER_PAGE_MOST = 100;
    private static final Set<String> ORDER_STATUSES = Set.of(
            "any",
            "trash",
            "pending",
            "processing",
            "on-hold",
            "completed",
            "cancelled",
            "refunded",
            "failed",
            "checkout-draft");

    private final Query query;
    private final Dates dates;
    private final String resource;
    private final List<Predicate<Entry>> filters = new ArrayList<>();

    ListQuery(String resource, Query query, Dates dates) {
        this.resource = resource;
        this.query = query;
        this.dates = dates;
        if (Shop.CUSTOMER.equals(resource)) {
            query.get("email").ifPresent(email -> filters.add(e -> e.email().equalsIgnoreCase(email)));
        } else {
            dates();
        }
        if (Shop.ORDER.equals(resource)) {
            orders();
        }
        ids();
        query.get("search")
                .map(text -> text.toLowerCase(Locale.ROOT))
                .ifPresent(text -> filters.add(e ->
                        (e.label() + " " + e.email()).toLowerCase(Locale.ROOT).contains(text)));
    }

    /** One page of the list. */
    record Page(List<Entry> entries, int total, int pages, int number) {}

    Page page(Table table) {
        int size = query.number("per_page", PER_PAGE, 1, PER_PAGE_MOST);
        int number = query.number("page", 1, 1, Integer.MAX_VALUE);
        long start = query.get("offset").isPresent()
                ? query.number("offset", 0, 0, Integer.MAX_VALUE)
                : (number - 1L) * size;
        List<Entry> matching = new ArrayList<>();
        for (Entry entry : sorted(table)) {
            if (filters.stream().allMatch(filter -> filter.test(entry))) {
                matching.add(entry);
            }
        }
        int total = matching.size();
        int from = (int) Math.min(start, total);
        int to = Math.min(from + size, total);
        return new Page(matching.subList(from, to), total, (total + size - 1) / size, number);
    }

    private Collection<Entry> sorted(Table table) {
        boolean customers = Shop.CUSTOMER.equals(resource);
        String by = query.get("orderby", customers ? "name" : "date");
        String order = query.get("order", customers ? "asc" : "desc");
        if (!"asc".equals(order) && !"desc".equals(order)) {
            throw RestError.invalidParameter("order", "order is not one of asc, desc");
        }
        boolean descending = "desc".equals(order);
        return switch (by) {
            case "id" -> table.sorted(Table.Index.ID, descending);
            case "date", "registered_date" -> table.sorted(Table.Index.CREATED, descending);
            case "modified" -> {
                if (customers) {
                    throw RestError.invalidParameter(
                            "orderby", "orderby is not one of id, include, name, registered_date");
                }
                yield table.sorted(Table.Index.MODIFIED, descending);
            }
            case "name", "title", "slug" -> labelled(table, descending);
            case "include" -> included(table);
            default -> throw RestError.invalidParameter("orderby", "orderby is not one of date, id, include, modified");
        };
    }

    private static List<Entry> labelled(Table table, boolean descending) {
        Comparator<Entry> byLabel = Comparator.comparing(Entry::label).thenComparingLong(Entry::id);
        List<Entry> all = table.all();
        all.sort(descending ? byLabel.reversed() : byLabel);
        return all;
    }

    private List<Entry> included(Table table) {
        return numbers("include").stream().flatMap(id -> table.get(id).stream()).toList();
    }

    private void dates() {
        boolean gmt = query.flag("dates_are_gmt");
        for (String name : List.of("after", "before", "modified_after", "modified_before")) {
            query.get(name).ifPresent(value -> {
                Instant limit = dates.query(name, value, gmt);
                boolean modified = name.startsWith("modified");
                filters.add(entry -> {
                    Instant date = modified ? entry.modified() : entry.created();
                    return name.endsWith("after") ? date.isAfter(limit) : date.isBefore(limit);
                });
            });
        }
    }

    private void orders() {
        Set<String> statuses = Set.copyOf(query.list("status"));
        if (!ORDER_STATUSES.containsAll(statuses)) {
            throw RestError.invalidParameter("status", "status is not one of " + String.join(", ", ORDER_STATUSES));
        }
        filters.add(
                statuses.isEmpty() || statuses.contains("any")
                        ? entry -> !"trash".equals(entry.status())
                        : entry -> statuses.contains(entry.status()));
        query.get("customer")
                .ifPresent(id -> filters.add(e -> Long.toString(e.customer()).equals(id)));
    }

    private void ids() {
        Set<Long> include = Set.copyOf(numbers("include"));
        if (!include.isEmpty()) {
            filters.add(entry -> include.contains(entry.id()));
        }
        Set<Long> exclude = Set.copyOf(numbers("exclude"));
        if (!exclude.isEmpty()) {
            filters.add(entry -> !exclude.contains(entry.id()));
        }
    }

    private List<Long> numbers(String name) {
        return query.list(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::trim)
                .map(text -> {
                    if (!text.matches("\\d{1,18}")) {
                        throw RestError.invalidParameter(name, text + " is not of type integer");
                    }
                    return Long.valueOf(text);
                })
                .distinct()
                .collect(Collectors.toList());
    }
}
