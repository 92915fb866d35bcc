package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invents a past: who bought what and when, and what became of it. Sends no webhooks. */
final class History {
    private static final int REGISTERED_PERCENT = 65;
    private static final Duration FRESH = Duration.ofDays(3);
    private final Shop shop;
    private final HistoryPlan plan;
    private final Shoppers shoppers;
    private final Random random;
    private final Map<Integer, Long> accounts = new HashMap<>();

    History(Shop shop, HistoryPlan plan, Shoppers shoppers) {
        this.shop = shop;
        this.plan = plan;
        this.shoppers = shoppers;
        this.random = shoppers.random();
    }

    /** A person of the plan, with or without an account. */
    private record Buyer(int number, Address address, boolean registered) {}

    void happen() {
        shop.quietly(() -> {
            List<Long> products = products();
            List<Buyer> buyers = buyers();
            List<Integer> turns = turns();
            List<Instant> moments = moments();
            for (int i = 0; i < plan.orders(); i++) {
                order(buyers.get(turns.get(i)), moments.get(i), products);
            }
        });
    }

    private List<Long> products() {
        List<Long> known = onSale(shop);
        if (known.size() < 3) {
            Shoppers.PRODUCTS.forEach(draft -> shop.addProduct(draft, plan.from()));
            known = onSale(shop);
        }
        return known;
    }

    static List<Long> onSale(Shop shop) {
        return shop.read(
                Shop.PRODUCT, table -> table.all().stream().map(Entry::id).toList());
    }

    private List<Buyer> buyers() {
        List<Buyer> buyers = new ArrayList<>();
        for (int i = 0; i < plan.buyers(); i++) {
            buyers.add(new Buyer(i, shoppers.next(), shoppers.chance(REGISTERED_PERCENT)));
        }
        return buyers;
    }

    /** Everybody buys once, some again. */
    private List<Integer> turns() {
        List<Integer> turns = new ArrayList<>();
        for (int i = 0; i < plan.orders(); i++) {
            turns.add(i < plan.buyers() ? i : random.nextInt(plan.buyers()));
        }
        Collections.shuffle(turns, random);
        return turns;
    }

    private List<Instant> moments() {
        long seconds = Duration.between(plan.from(), plan.to()).toSeconds();
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < plan.orders(); i++) {
            long after = (long) (random.nextDouble() * seconds);
            moments.add(plan.from().plusSeconds(after).truncatedTo(ChronoUnit.SECONDS));
        }
        Collections.sort(moments);
        return moments;
    }

    private void order(Buyer buyer, Instant at, List<Long> products) {
        Address address = shoppers.today(buyer.address());
        OrderDraft cart =
                buyer.registered() ? OrderDraft.by(account(buyer, at)).billedTo(address) : OrderDraft.guest(address);
        cart = shoppers.fill(cart, products);
        if (!plan.currencies().isEmpty() && shoppers.chance(10)) {
            cart = cart.currency(shoppers.any(plan.currencies()))
                    .extras(cart.taxPercent(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        }
        if (shoppers.chance(30)) {
            cart = cart.meta("_utm_source", shoppers.any(List.of("google", "newsletter", "yandex", "instagram")));
        }
        shop.place(cart, at, document -> whatBecame(document, at));
    }

    private long account(Buyer buyer, Instant at) {
        return accounts.computeIfAbsent(
                buyer.number(), number -> shop.addCustomer(buyer.address(), at.minusSeconds(60)));
    }

    private void whatBecame(ObjectNode order, Instant at) {
        boolean fresh = at.plus(FRESH).isAfter(plan.to());
        int dice = random.nextInt(100) + (fresh ? 0 : 30);
        if (dice < 15) {
            return;
        }
        if (dice < 22) {
            shop.changes().status(order, "on-hold", after(at, 30));
        } else if (dice < 38) {
            shop.changes().status(order, "processing", after(at, 600));
        } else if (dice < 46) {
            shop.changes().status(order, "cancelled", after(at, 86_400));
        } else if (dice < 51) {
            shop.changes().status(order, "failed", after(at, 300));
        } else {
            completed(order, at);
        }
    }

    private void completed(ObjectNode order, Instant at) {
        Instant paid = after(at, 900);
        shop.changes().status(order, "processing", paid);
        Instant shipped = after(paid, 172_800);
        shop.changes().status(order, "completed", shipped);
        int dice = random.nextInt(100);
        if (dice < 9) {
            BigDecimal total = Money.parse(order.path("total").asText());
            String currency = order.path("currency").asText();
            BigDecimal part = Money.percent(total, BigDecimal.valueOf(5 + random.nextInt(60)), currency);
            BigDecimal amount = dice < 5 || part.signum() == 0 ? total : part;
            if (amount.signum() > 0) {
                shop.refund(order, amount, "Sent back", after(shipped, 864_000));
            }
        }
    }

    /** Some time later, but not after the end of the plan. */
    private Instant after(Instant at, int secondsAtMost) {
        Instant later = at.plusSeconds(1 + random.nextInt(secondsAtMost));
        Instant end = plan.to().truncatedTo(ChronoUnit.SECONDS);
        return later.isAfter(end) ? end : later;
    }
}
