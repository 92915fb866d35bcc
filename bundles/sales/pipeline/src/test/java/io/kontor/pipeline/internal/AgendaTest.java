package io.kontor.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.kernel.Money;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.NewDeal;
import io.kontor.testkit.FakeUsers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgendaTest {
    private static final Currency EUR = Currency.getInstance("EUR");

    private final PipelineWorld world = new PipelineWorld();

    @Test
    void withoutASettingANewDealHasNoNextStep() {
        assertEquals(Optional.empty(), open(Optional.empty()).nextStep());
    }

    @Test
    void aNewDealGetsTheNextStepThatTheBusinessHasSet() {
        world.settings.put("pipeline", new PipelineSettings("en", 3, Optional.of(2)));
        assertEquals(
                Optional.of(LocalDate.of(2026, 3, 4)), open(Optional.empty()).nextStep());
    }

    @Test
    void aNextStepThatSomebodyPlannedStays() {
        world.settings.put("pipeline", new PipelineSettings("en", 3, Optional.of(2)));
        LocalDate planned = LocalDate.of(2026, 5, 1);
        assertEquals(Optional.of(planned), open(Optional.of(planned)).nextStep());
    }

    @Test
    void todayIsADayWhereTheSellerIs() {
        world.clock.set(Instant.parse("2026-03-02T23:30:00Z"));
        assertEquals(LocalDate.of(2026, 3, 3), world.agenda.today());
    }

    @Test
    void howLongADealMayWaitIsSet() {
        world.settings.put("pipeline", new PipelineSettings("en", 10, Optional.empty()));
        assertEquals(Instant.parse("2026-02-20T09:00:00Z"), world.agenda.neglectedBefore());
    }

    private Deal open(Optional<LocalDate> nextStep) {
        return world.service.open(new NewDeal(
                world.salesPipeline().id(),
                Optional.empty(),
                "Tea for the office",
                Optional.empty(),
                FakeUsers.PROPRIETOR.id(),
                new Money(5_000, EUR),
                nextStep));
    }
}
