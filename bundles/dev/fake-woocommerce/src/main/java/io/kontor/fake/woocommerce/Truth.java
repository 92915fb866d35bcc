package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the shop itself would say about its orders, to be compared with what somebody imported. Orders in the trash do
 * not count, since no list serves them.
 *
 * @param orders how many there are
 * @param buyers how many different people placed them: a registered customer and a guest with his e-mail are one
 * @param guests those among the buyers who have no account
 * @param customers the registered customers, those without an order included
 * @param people everybody the shop knows: customers and guests
 * @param sums per currency and then per status of the shop
 */
public record Truth(
        long orders,
        long buyers,
        long guests,
        long customers,
        long people,
        SortedMap<String, SortedMap<String, Sum>> sums) {

    /**
     * A number of orders with what they amount to.
     *
     * @param total as billed
     * @param refunded what was paid back of it, positive
     */
    public record Sum(long orders, BigDecimal total, BigDecimal refunded) {
        Sum plus(BigDecimal more, BigDecimal back) {
            return new Sum(orders + 1, total.add(more), refunded.add(back));
        }
    }

    static Truth of(List<Entry> orders, List<Entry> customers) {
        Map<String, Long> accounts = new HashMap<>();
        customers.forEach(customer -> accounts.put(customer.email().toLowerCase(Locale.ROOT), customer.id()));
        Set<Long> registered = new HashSet<>();
        Set<String> guests = new HashSet<>();
        SortedMap<String, SortedMap<String, Sum>> sums = new TreeMap<>();
        long count = 0;
        for (Entry order : orders) {
            if (!"trash".equals(order.status())) {
                count++;
                String email = order.email().toLowerCase(Locale.ROOT);
                if (order.customer() > 0) {
                    registered.add(order.customer());
                } else if (accounts.containsKey(email)) {
                    registered.add(accounts.get(email));
                } else if (!email.isEmpty()) {
                    guests.add(email);
                }
                add(sums, Json.read(order.json()));
            }
        }
        long buyers = registered.size() + guests.size();
        return new Truth(count, buyers, guests.size(), customers.size(), customers.size() + guests.size(), sums);
    }

    private static void add(SortedMap<String, SortedMap<String, Sum>> sums, JsonNode order) {
        BigDecimal total = Money.parse(order.path("total").asText("0"));
        BigDecimal refunded = OrderChanges.refunded(order);
        sums.computeIfAbsent(order.path("currency").asText(), currency -> new TreeMap<>())
                .merge(
                        order.path("status").asText(),
                        new Sum(1, total, refunded),
                        (old, one) -> old.plus(total, refunded));
    }

    ObjectNode json() {
        ObjectNode json = Json.object()
                .put("orders", orders)
                .put("buyers", buyers)
                .put("guests", guests)
                .put("customers", customers)
                .put("people", people);
        ObjectNode currencies = json.putObject("sums");
        sums.forEach((currency, statuses) -> {
            ObjectNode rows = currencies.putObject(currency);
            statuses.forEach((status, sum) -> rows.putObject(status)
                    .put("orders", sum.orders())
                    .put("total", sum.total().toPlainString())
                    .put("refunded", sum.refunded().toPlainString()));
        });
        return json;
    }
}
