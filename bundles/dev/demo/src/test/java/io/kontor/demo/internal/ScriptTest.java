package io.kontor.demo.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.demo.internal.Script.Day;
import io.kontor.demo.internal.Script.Happening;
import io.kontor.fake.woocommerce.Address;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant END = Instant.parse("2026-11-22T14:30:00Z");
    private final Script script = Script.until(END, ZONE);

    @Test
    void theSameEndTellsTheSameStory() {
        assertEquals(script, Script.until(END, ZONE));
    }

    @Test
    void itEndsTodayAndNothingHappensAfterwards() {
        assertEquals(Script.DAYS, script.days().size());
        assertEquals(
                END.atZone(ZONE).toLocalDate(),
                script.days().get(Script.DAYS - 1).date());
        assertTrue(happenings().stream().allMatch(happening -> happening.at().isBefore(END)));
    }

    @Test
    void everyOrderIsPlacedBeforeAnythingElseHappensToIt() {
        Set<Integer> placed = new HashSet<>();
        for (Happening happening : happenings()) {
            assertTrue(
                    happening.cart().isPresent() ? placed.add(happening.order()) : placed.contains(happening.order()));
        }
        assertTrue(placed.size() > 200 && placed.size() < 400, "orders: " + placed.size());
    }

    @Test
    void eachCourseIsTakenAndTheLastHoursHaveUnpaidOrders() {
        Set<Course.Deed> deeds = happenings().stream()
                .flatMap(happening -> happening.deed().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(Course.Deed.values()), deeds);
        long fresh = happenings().stream()
                .filter(happening -> happening.at().isAfter(END.minus(Script.FRESH_HOURS)))
                .filter(happening -> happening
                        .cart()
                        .filter(cart -> "pending".equals(cart.status()))
                        .isPresent())
                .count();
        assertTrue(fresh >= 3, "unpaid within the last hours: " + fresh);
    }

    @Test
    void noTwoPeopleShareAPhoneOrAnEmail() {
        List<Address> cast = Cast.all();
        assertEquals(cast.size(), cast.stream().map(Address::phone).distinct().count());
        assertEquals(cast.size(), cast.stream().map(Address::email).distinct().count());
    }

    private List<Happening> happenings() {
        return script.days().stream().map(Day::happenings).flatMap(List::stream).toList();
    }
}
