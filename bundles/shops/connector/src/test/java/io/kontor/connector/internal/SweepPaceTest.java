package io.kontor.connector.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.events.ReceivedEvent;
import io.kontor.kernel.Json;
import io.kontor.settings.SettingsEvent;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SweepPaceTest extends ShopStory {

    private Account account;

    SweepPaceTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void aShop() {
        account = stand.connect(shop);
    }

    @Test
    void aPaceThatWasSetAnewCountsFromNowOn() throws Exception {
        stand.jobs.cancel(SweepJob.JOB, key());
        SettingsEvent.Changed changed = new SettingsEvent.Changed("connector");
        new SweepPace(stand.accounts, stand.jobs, new TestClock()).handle(received(changed));
        assertEquals(
                Optional.of(TestClock.MONDAY),
                stand.jobs.plan(SweepJob.JOB, key()).map(plan -> plan.due()));
    }

    @Test
    void thePaceOfOthersIsNoneOfOurBusiness() throws Exception {
        stand.jobs.cancel(SweepJob.JOB, key());
        SettingsEvent.Changed changed = new SettingsEvent.Changed("pipeline");
        new SweepPace(stand.accounts, stand.jobs, new TestClock()).handle(received(changed));
        assertEquals(Optional.empty(), stand.jobs.plan(SweepJob.JOB, key()));
    }

    @Test
    void aShopThatSendsMessagesIsAskedAsOftenAsTheBusinessHasSet() {
        stand.settings.put("connector", new ConnectorSettings(90));
        assertEquals(Duration.ofMinutes(90), stand.sweepJob.pause(Account.Reach.WEBHOOKS));
        assertEquals(Duration.ofMinutes(1), stand.sweepJob.pause(Account.Reach.SWEEP));
    }

    private String key() {
        return account.id().value().toString();
    }

    private static ReceivedEvent received(SettingsEvent.Changed changed) throws Exception {
        return new ReceivedEvent(
                1,
                changed.name(),
                changed.schema(),
                changed.subject(),
                TestClock.MONDAY,
                Json.mapper().writeValueAsString(changed));
    }
}
