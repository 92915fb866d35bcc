package io.kontor.connector.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.connector.RejectedDocument;
import io.kontor.connector.ShopResource;
import io.kontor.customer.SourceAccountId;
import io.kontor.testkit.PlayedRemoval;
import io.kontor.testkit.TableCounts;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoRowsTest extends ShopStory {

    DemoRowsTest(TestDatabase database) {
        super(database);
    }

    @Test
    void theAccountOfTheDemoGoesWithAllThatWasSetAside() {
        Map<String, Long> before = counts();
        SourceAccountId demo = stand.connect(shop).id();
        for (int number = 1; number <= 70; number++) {
            stand.letters.keep(
                    demo,
                    new RejectedDocument(ShopResource.ORDER, "" + number, "no currency", "{}".getBytes(UTF_8)),
                    TestClock.MONDAY);
        }
        stand.service.disconnect(demo);
        DemoRows rows =
                new DemoRows(new DemoAccountStore(database.store("connector")), Stand.addresses(), stand.events);

        assertEquals(List.of(50, 20, 3), PlayedRemoval.of(rows, demo, database.transactions()));

        assertEquals(before, counts());
    }

    private Map<String, Long> counts() {
        return TableCounts.of(database.store("connector").sql(), "connector");
    }
}
