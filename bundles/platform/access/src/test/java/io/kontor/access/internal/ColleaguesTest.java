package io.kontor.access.internal;

import static io.kontor.access.internal.AccessFixture.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.access.AccessError;
import io.kontor.access.UserEvent;
import io.kontor.access.internal.gate.KnownCaller;
import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What happens to users, and what becomes of what they had. */
@DatabaseTest(workspace = "access")
class ColleaguesTest {

    private static final UserId NOBODY = new UserId(new UUID(-1, -1));

    private final AccessFixture access;

    ColleaguesTest(TestDatabase database) {
        access = new AccessFixture(database);
    }

    @Test
    void theLastProprietorStays() {
        UserId ann = access.ann();
        assertError(
                AccessError.LAST_PROPRIETOR,
                () -> access.as(ann, () -> access.users.change(ann, 1, AccessFixture.active(false))));
        assertError(
                AccessError.LAST_PROPRIETOR,
                () -> access.as(ann, () -> access.users.change(ann, 1, AccessFixture.role(Role.ADMIN))));
    }

    @Test
    void anAdminMakesNoProprietor() {
        UserId ann = access.ann();
        UserId bob = access.joined(ann, "bob@example.org", Role.ADMIN);
        assertError(
                AccessError.PROPRIETOR_ONLY,
                () -> access.as(bob, () -> access.users.change(bob, 2, AccessFixture.role(Role.PROPRIETOR))));
        assertError(
                AccessError.PROPRIETOR_ONLY,
                () -> access.as(bob, () -> access.users.invite("eve@example.org", Role.PROPRIETOR)));
        assertError(
                AccessError.PROPRIETOR_ONLY,
                () -> access.as(bob, () -> access.users.change(ann, 1, AccessFixture.active(false))));
    }

    @Test
    void aDeactivatedUserIsOutAtOnceAndCannotComeBack() {
        UserId ann = access.ann();
        UserId bob = access.joined(ann, "bob@example.org", Role.VIEWER);
        String session = access.sessions.logIn("bob@example.org", PASSWORD, "a");
        KnownCaller caller = access.callers.bySession(session).orElseThrow();
        var token = access.tokens.make(caller, "ci", Set.of(AccessModule.READ), Optional.empty());
        access.callers.byToken(token.text()).orElseThrow();
        access.as(ann, () -> access.users.change(bob, 2, AccessFixture.active(false)));
        assertTrue(access.callers.bySession(session).isEmpty());
        assertTrue(access.callers.byToken(token.text()).isEmpty());
        assertError(AccessError.CREDENTIALS, () -> access.sessions.logIn("bob@example.org", PASSWORD, "a"));
    }

    @Test
    void whoComesBackDoesNotComeBackWithTheFormerTokens() {
        UserId ann = access.ann();
        UserId bob = access.joined(ann, "bob@example.org", Role.SALES_MANAGER);
        KnownCaller caller = access.callers
                .bySession(access.sessions.logIn("bob@example.org", PASSWORD, "a"))
                .orElseThrow();
        var token = access.tokens.make(caller, "ci", Set.of(AccessModule.READ), Optional.empty());
        access.as(ann, () -> access.users.change(bob, 2, AccessFixture.active(false)));
        access.as(ann, () -> access.users.change(bob, 3, AccessFixture.active(true)));
        assertTrue(access.callers.byToken(token.text()).isEmpty());
        access.sessions.logIn("bob@example.org", PASSWORD, "a");
    }

    @Test
    void aDeactivationHandsOverToTheNamedColleagueOrToWhoeverDoesIt() {
        UserId ann = access.ann();
        UserId bob = access.joined(ann, "bob@example.org", Role.SALES_MANAGER);
        UserId eve = access.joined(ann, "eve@example.org", Role.SALES_MANAGER);
        access.as(ann, () -> access.users.change(bob, 2, AccessFixture.leaving(eve)));
        access.as(ann, () -> access.users.change(eve, 2, AccessFixture.active(false)));
        access.jobs.run();
        assertEquals(
                List.of(new UserEvent.Left(bob, eve), new UserEvent.Left(eve, ann)),
                access.events.stream().filter(UserEvent.Left.class::isInstance).toList());
    }

    @Test
    void whoIsBackAtOnceHasNotLeft() {
        UserId ann = access.ann();
        UserId bob = access.joined(ann, "bob@example.org", Role.SALES_MANAGER);
        access.as(ann, () -> access.users.change(bob, 2, AccessFixture.active(false)));
        access.as(ann, () -> access.users.change(bob, 3, AccessFixture.active(true)));
        access.jobs.run();
        assertTrue(access.events.stream().noneMatch(UserEvent.Left.class::isInstance));
    }

    @Test
    void nobodyLeavesWithoutAFitColleagueWhoTakesOver() {
        UserId ann = access.ann();
        UserId bob = access.joined(ann, "bob@example.org", Role.PROPRIETOR);
        access.as(ann, () -> access.users.invite("eve@example.org", Role.VIEWER));
        UserId eve = access.invitations.waiting().get(0).account().id();
        assertError(
                AccessError.HEIR_REQUIRED,
                () -> access.as(ann, () -> access.users.change(ann, 1, AccessFixture.active(false))));
        for (UserId unfit : List.of(bob, eve, NOBODY)) {
            assertError(
                    AccessError.HEIR_REQUIRED,
                    () -> access.as(ann, () -> access.users.change(bob, 2, AccessFixture.leaving(unfit))));
        }
        assertTrue(access.users.find(bob).active());
        access.as(ann, () -> access.users.change(ann, 1, AccessFixture.leaving(bob)));
        assertFalse(access.users.find(ann).active());
    }

    @Test
    void everyChangeOfAUserIsToldToThePages() {
        UserId ann = access.ann();
        UserId bob = access.joined(ann, "bob@example.org", Role.VIEWER);
        access.as(ann, () -> access.users.change(bob, 2, AccessFixture.role(Role.ADMIN)));
        assertEquals(
                List.of(new UserEvent.Invited(bob), new UserEvent.Changed(bob), new UserEvent.Changed(bob)),
                access.events);
    }

    @Test
    void twoChangesOfOneVersionDoNotBothHappen() {
        UserId ann = access.ann();
        UserId bob = access.joined(ann, "bob@example.org", Role.VIEWER);
        access.as(ann, () -> access.users.change(bob, 2, AccessFixture.role(Role.ADMIN)));
        assertError(
                KernelError.STALE,
                () -> access.as(ann, () -> access.users.change(bob, 2, AccessFixture.role(Role.SALES_MANAGER))));
    }

    private static void assertError(ErrorCode expected, Executable work) {
        assertEquals(expected, assertThrows(KontorException.class, work).error());
    }
}
