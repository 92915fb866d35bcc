package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A past to be invented.
 *
 * @param seed the same seed invents the same past
 * @param orders how many orders
 * @param buyers how many different people place them, at most one per order
 * @param from the first moment
 * @param to the end; nothing in it happens later
 * @param currencies in which every tenth order is placed besides the shop's own; may be empty
 */
public record HistoryPlan(long seed, int orders, int buyers, Instant from, Instant to, List<String> currencies) {

    /** Refuses a past that cannot be. */
    public HistoryPlan {
        if (orders < 0 || buyers < 0 || buyers > orders || (orders > 0 && buyers == 0) || !from.isBefore(to)) {
            throw RestError.invalidParameter("history", "0 < buyers <= orders and from < to");
        }
        currencies = List.copyOf(currencies);
    }

    /** So many orders of so many people within two years before this moment, a few of them in dollars, yen and dinars. */
    public static HistoryPlan of(int orders, int buyers, Instant to) {
        return new HistoryPlan(1, orders, buyers, to.minus(Duration.ofDays(730)), to, List.of("USD", "JPY", "KWD"));
    }

    static HistoryPlan read(JsonNode json, Instant now) {
        int orders = json.path("count").asInt(100);
        HistoryPlan plan = of(orders, json.path("buyers").asInt(Math.max(1, orders * 3 / 5)), now);
        return new HistoryPlan(
                json.path("seed").asLong(1),
                plan.orders,
                plan.buyers,
                json.hasNonNull("from") ? Moments.parse(json.path("from").asText()) : plan.from,
                json.hasNonNull("to") ? Moments.parse(json.path("to").asText()) : plan.to,
                json.has("currencies") ? words(json.path("currencies")) : plan.currencies);
    }

    private static List<String> words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.asText()));
        return words;
    }
}
