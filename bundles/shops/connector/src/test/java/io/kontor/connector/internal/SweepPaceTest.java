package io.kontor.connector.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.events.ReceivedEvent;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.ShopConfig;
import io.kontor.kernel.Json;
import io.kontor.settings.SettingsEvent;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "connector")
class SweepPaceTest {

    private final TestDatabase database;
    private FakeWooCommerce shop;
    private Stand stand;
    private Account account;

    SweepPaceTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void aShop() throws IOException {
        shop = FakeWooCommerce.start(ShopConfig.local());
        stand = new Stand(database, List.of(shop.url().substring("http://".length())));
        account = stand.connect(shop);
    }

    @AfterEach
    void close() {
        shop.close();
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
