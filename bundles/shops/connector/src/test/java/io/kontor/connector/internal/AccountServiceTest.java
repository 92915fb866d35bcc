package io.kontor.connector.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.access.User;
import io.kontor.access.UserEvent.Left;
import io.kontor.connector.ConnectorError;
import io.kontor.events.ReceivedEvent;
import io.kontor.kernel.Json;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;
import io.kontor.testkit.FakeUsers;
import io.kontor.testkit.database.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AccountServiceTest extends ShopStory {

    AccountServiceTest(TestDatabase database) {
        super(database);
    }

    @Test
    void theShopsOfWhoLeavesGoToTheHeir() throws Exception {
        UserId bob = new UserId(UUID.randomUUID());
        stand.users.add(new User(bob, "Bob", "bob@x.example", Role.SALES_MANAGER, true));
        Account account = stand.connect(shop);
        Left bobComes = new Left(FakeUsers.PROPRIETOR.id(), bob);
        stand.ownerLeft.handle(new ReceivedEvent(
                1,
                bobComes.name(),
                bobComes.schema(),
                bobComes.subject(),
                Clock.systemUTC().instant(),
                Json.mapper().writeValueAsString(bobComes)));
        assertEquals(bob, stand.service.require(account.id()).owner());
    }

    @Test
    void aShopThatRefusesTheKeysIsNotKept() {
        KontorException refused = assertThrows(KontorException.class, () -> stand.connect(shop, "cs_wrong"));
        assertEquals(ConnectorError.KEYS_REFUSED, refused.error());
        assertEquals(List.of(), stand.service.all());
        assertEquals(List.of(), stand.jobs.plans());
    }

    @Test
    void aShopInsideTheHouseIsRefusedUnlessTheOperatorAllowedIt() {
        Stand strict = new Stand(database, List.of());
        KontorException refused = assertThrows(KontorException.class, () -> strict.connect(shop));
        assertEquals(ConnectorError.ADDRESS_FORBIDDEN, refused.error());
    }

    @Test
    void aDisconnectedShopForgetsItsKeysAndIsRevivedAsTheSameAccount() {
        Account account = stand.connect(shop);
        assertEquals(account, stand.connect(shop));
        stand.service.disconnect(account.id());
        assertEquals(Map.of(), stand.vault.open(account.id()));
        assertEquals(List.of(), stand.service.all());
        Account again = stand.connect(shop);
        assertEquals(account.id(), again.id());
        assertEquals(account.connectedAt(), again.connectedAt());
    }
}
