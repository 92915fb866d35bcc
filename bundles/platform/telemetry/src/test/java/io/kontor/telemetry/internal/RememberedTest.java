package io.kontor.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.telemetry.Remembered;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final AtomicReference<Optional<List<Integer>>> source = new AtomicReference<>(Optional.of(List.of(1)));

    @Test
    void whileTheSourceFailsTheFormerNumbersStay() {
        try (Remembered<Integer> numbers =
                new Remembered<>("test", () -> source.get().orElseThrow())) {
            numbers.look();
            assertEquals(List.of(1), numbers.latest());
            source.set(Optional.empty());
            numbers.look();
            assertEquals(List.of(1), numbers.latest());
            source.set(Optional.of(List.of(2, 3)));
            numbers.look();
            assertEquals(List.of(2, 3), numbers.latest());
        }
    }
}
