package io.kontor.seller.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.access.SetupAnswers;
import io.kontor.kernel.KontorException;
import io.kontor.seller.LegalEntity;
import io.kontor.seller.LegalEntityId;
import io.kontor.testkit.FakeUsers;
import io.kontor.testkit.RecordingAuditLog;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "seller")
class LegalEntityServiceTest {

    private final TestClock clock = new TestClock();
    private final RecordingAuditLog audit = new RecordingAuditLog();
    private final LegalEntityService entities;

    LegalEntityServiceTest(TestDatabase database) {
        entities = new LegalEntityService(
                database.transactions(),
                new LegalEntityStore(database.store("seller")),
                audit,
                new SequentialIds(),
                clock);
    }

    @Test
    void theSetUpMakesTheStandardEntity() {
        entities.apply(answers("Acme GmbH"));
        clock.advance(Duration.ofDays(1));
        entities.apply(answers("Acme Ltd"));

        LegalEntity standard = entities.standard();

        assertEquals("Acme GmbH", standard.name());
        assertEquals(ZoneId.of("Europe/Berlin"), standard.zone());
        assertEquals(Currency.getInstance("EUR"), standard.currency());
        assertEquals(Optional.of(standard), entities.find(standard.id()));
        assertEquals(2, entities.all().size());
    }

    @Test
    void beforeTheSetUpNobodySells() {
        KontorException early = assertThrows(KontorException.class, entities::standard);

        assertEquals("seller.not-set-up", early.error().code());
    }

    @Test
    void aChangeCountsTheVersionAndIsInTheAuditLog() {
        entities.apply(answers("Acme GmbH"));
        VersionedEntity before = entities.versions().get(0);

        VersionedEntity after =
                entities.change(before.entity().id(), before.version(), LegalEntityServiceTest::renamed);

        assertEquals("Acme AG", entities.standard().name());
        assertEquals(before.version() + 1, after.version());
        assertEquals(List.of("seller.entity-made", "seller.entity-changed"), audit.actions());
    }

    @Test
    void whoSawAnOlderVersionIsTold() {
        entities.apply(answers("Acme GmbH"));
        VersionedEntity seen = entities.versions().get(0);
        entities.change(seen.entity().id(), seen.version(), LegalEntityServiceTest::renamed);

        KontorException stale = assertThrows(
                KontorException.class,
                () -> entities.change(seen.entity().id(), seen.version(), entity -> seen.entity()));
        KontorException unknown = assertThrows(
                KontorException.class,
                () -> entities.change(new LegalEntityId(SequentialIds.of(99)), 1, entity -> entity));

        assertEquals("request.stale", stale.error().code());
        assertEquals("seller.entity-not-found", unknown.error().code());
    }

    private static LegalEntity renamed(LegalEntity entity) {
        return new LegalEntity(
                entity.id(), "Acme AG", entity.country(), entity.currency(), entity.zone(), Optional.of("DE1"));
    }

    private static SetupAnswers answers(String company) {
        return new SetupAnswers(
                company,
                "DE",
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Berlin"),
                Locale.GERMAN,
                false,
                FakeUsers.PROPRIETOR.id());
    }
}
