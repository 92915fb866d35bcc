package io.kontor.demo.internal;

import io.kontor.demo.internal.Course.Deed;
import io.kontor.fake.woocommerce.Address;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What happens in the demo shop within the last sixty days, moment by moment; the same end tells the same story.
 *
 * @param days the days in their order, the last one being today
 */
record Script(List<Day> days) {
    static final int DAYS = 60;
    /** Orders of today that are placed within the last hours, so that even a shop connected just now has some. */
    private static final int FRESH = 8;

    static final Duration FRESH_HOURS = Duration.ofHours(3);
    private static final int MOST_OF_A_COMPANY = 10;
    private static final long SEED = 20_260_101;

    /** A day and what happens in it, in the order of time. */
    record Day(LocalDate date, List<Happening> happenings) {}

    /**
     * Something that happens to an order.
     *
     * @param order the order's number within the script
     * @param cart what is bought, at the checkout
     * @param deed what happens to it, later
     */
    record Happening(Instant at, int order, Optional<Cart> cart, Optional<Deed> deed) {}

    /**
     * A full cart.
     *
     * @param items indexes of {@link Assortment#ALL} with their quantity
     */
    record Cart(Address buyer, List<Item> items, String status, boolean dollars) {}

    /** So many of a product. */
    record Item(int product, int quantity) {}

    /** The story that ends now. */
    static Script until(Instant end, ZoneId zone) {
        return new Author(end, zone).write();
    }

    /** Makes it up. */
    private static final class Author {
        private final Random random = new Random(SEED);
        private final List<Address> cast = Cast.all();
        private final List<Happening> all = new ArrayList<>();
        private final Instant end;
        private final ZoneId zone;
        private int orders;

        Author(Instant end, ZoneId zone) {
            this.end = end;
            this.zone = zone;
        }

        Script write() {
            LocalDate today = end.atZone(zone).toLocalDate();
            LocalDate first = today.minusDays(DAYS - 1);
            first.datesUntil(today.plusDays(1)).forEach(this::ordersOf);
            for (int i = 0; i < FRESH; i++) {
                long minutes = FRESH_HOURS.toMinutes() * (FRESH - i) / (FRESH + 1);
                Course course =
                        i % 4 == 3 ? Course.PAID_AT_ONCE : i % 4 == 2 ? Course.BANK_TRANSFER : Course.NEVER_PAID;
                order(end.minus(Duration.ofMinutes(minutes)), course);
            }
            all.sort(Comparator.comparing(Happening::at).thenComparingInt(Happening::order));
            return new Script(first.datesUntil(today.plusDays(1)).map(this::day).toList());
        }

        private Day day(LocalDate date) {
            return new Day(
                    date,
                    all.stream()
                            .filter(h -> h.at().atZone(zone).toLocalDate().equals(date))
                            .toList());
        }

        private void ordersOf(LocalDate date) {
            boolean weekend = date.getDayOfWeek().getValue() > 5;
            int many = weekend ? 2 + random.nextInt(3) : 3 + random.nextInt(5);
            for (int i = 0; i < many; i++) {
                LocalTime time = LocalTime.of(8, 0).plusSeconds(random.nextInt(14 * 3600));
                Course course = Course.at(random.nextInt(100));
                Instant at = ZonedDateTime.of(date, time, zone).toInstant();
                Cart cart = cart(course);
                if (at.isBefore(end.minus(FRESH_HOURS))) {
                    order(at, course, cart);
                }
            }
        }

        private void order(Instant at, Course course) {
            order(at, course, cart(course));
        }

        private void order(Instant at, Course course, Cart cart) {
            int order = orders++;
            Instant checkout = at.truncatedTo(ChronoUnit.SECONDS);
            all.add(new Happening(checkout, order, Optional.of(cart), Optional.empty()));
            for (Course.Step step : course.steps()) {
                Instant then = checkout.plus(step.after()).plusSeconds(random.nextInt(3000));
                if (then.isBefore(end)) {
                    all.add(new Happening(then, order, Optional.empty(), Optional.of(step.deed())));
                }
            }
        }

        /** Only companies buy on account. */
        private Address buyer(Course course) {
            Address buyer = cast.get(random.nextInt(cast.size()));
            while (course == Course.ON_ACCOUNT && buyer.company().isEmpty()) {
                buyer = cast.get(random.nextInt(cast.size()));
            }
            return buyer;
        }

        private Cart cart(Course course) {
            Address buyer = buyer(course);
            List<Item> items = new ArrayList<>();
            int lines = 1 + random.nextInt(3);
            int product = random.nextInt(Assortment.ALL.size());
            for (int i = 0; i < lines; i++) {
                items.add(new Item(product, 1 + random.nextInt(buyer.company().isEmpty() ? 2 : MOST_OF_A_COMPANY)));
                product = (product + 1 + random.nextInt(4)) % Assortment.ALL.size();
            }
            return new Cart(buyer, items, course.checkout(), "US".equals(buyer.country()));
        }
    }
}
