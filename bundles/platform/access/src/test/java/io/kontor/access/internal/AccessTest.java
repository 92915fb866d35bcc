package io.kontor.access.internal;

import static io.kontor.access.internal.AccessFixture.PASSWORD;
import static io.kontor.access.internal.AccessFixture.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.access.AccessError;
import io.kontor.access.internal.gate.KnownCaller;
import io.kontor.access.internal.setup.SetupService;
import io.kontor.access.internal.user.AccountService.Change;
import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Ref;
import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;
import io.kontor.kernel.WorkspaceId;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@DatabaseTest(workspace = "access")
class AccessTest {

    private static final UUID LAST = new UUID(-1, -1);

    private final TestDatabase database;
    private final AccessFixture access;

    AccessTest(TestDatabase database) {
        this.database = database;
        this.access = new AccessFixture(database);
    }

    @Test
    void theSetUpLinkMakesOneProprietorAndNoMore() {
        String link = access.setup.link();
        assertTrue(link.startsWith("https://crm.example.org/setup#"), link);
        UserId ann = setUp(token(link));
        assertEquals(Role.PROPRIETOR, access.users.find(ann).role());
        assertFalse(access.setup.open());
        assertError(AccessError.SETUP_DONE, () -> setUp(token(link)));
        assertError(AccessError.SETUP_DONE, access.setup::link);
    }

    @Test
    void aNewSetUpLinkReplacesTheFormer() {
        String first = access.setup.link();
        access.setup.link();
        assertError(AccessError.LINK_INVALID, () -> setUp(token(first)));
    }

    @Test
    void aSetUpWhoseStepFailsHasNotHappenedAndMayBeRepeated() {
        String link = access.setup.link();
        access.steps.bind(answers -> {
            throw new IllegalStateException("no");
        });
        assertThrows(IllegalStateException.class, () -> setUp(token(link)));
        assertTrue(access.setup.open());
        AccessFixture repaired = new AccessFixture(database);
        assertEquals("Ann", repaired.users.find(setUp(repaired, token(link))).name());
    }

    @Test
    void theRightPasswordOpensASession() {
        UserId ann = access.ann();
        String token = access.sessions.logIn(" ANN@example.org ", PASSWORD, "10.0.0.1");
        KnownCaller caller = access.callers.bySession(token).orElseThrow();
        assertEquals(ann, caller.user());
        assertTrue(caller.permissions().contains(AccessModule.USERS));
        access.sessions.logOut(caller);
        assertTrue(access.callers.bySession(token).isEmpty());
    }

    @Test
    void aWrongPasswordAndAnUnknownEmailGetTheSameAnswer() {
        access.ann();
        assertError(AccessError.CREDENTIALS, () -> access.sessions.logIn("ann@example.org", "wrong horse", "10.0.0.1"));
        assertError(AccessError.CREDENTIALS, () -> access.sessions.logIn("eve@example.org", PASSWORD, "10.0.0.1"));
    }

    @Test
    void guessingIsSlowedDownAndTimeHeals() {
        access.ann();
        for (int i = 0; i < 10; i++) {
            assertError(AccessError.CREDENTIALS, () -> access.sessions.logIn("ann@example.org", "wrong", "10.0.0.1"));
        }
        assertError(
                AccessError.TOO_MANY_ATTEMPTS, () -> access.sessions.logIn("ann@example.org", PASSWORD, "10.0.0.2"));
        access.clock.advance(Duration.ofSeconds(31));
        access.sessions.logIn("ann@example.org", PASSWORD, "10.0.0.2");
    }

    @Test
    void rightLogInsFromOneAddressAreNeverSlowedDown() {
        access.ann();
        for (int i = 0; i < 15; i++) {
            access.sessions.logIn("ann@example.org", PASSWORD, "10.0.0.1");
        }
    }

    @Test
    void aSessionEndsWhenItIsIdleOrOld() {
        access.ann();
        String idle = access.sessions.logIn("ann@example.org", PASSWORD, "a");
        access.clock.advance(Duration.ofHours(13));
        assertTrue(access.callers.bySession(idle).isEmpty());
        String old = access.sessions.logIn("ann@example.org", PASSWORD, "a");
        for (int day = 0; day < 28; day++) {
            access.clock.advance(Duration.ofHours(11));
            access.callers.bySession(old);
        }
        access.clock.advance(Duration.ofHours(29));
        assertTrue(access.callers.bySession(old).isEmpty());
    }

    @Test
    void aSessionOfOneWorkspaceIsUnknownInAnother() {
        access.ann();
        String token = access.sessions.logIn("ann@example.org", PASSWORD, "a");
        access.callers.bySession(token).orElseThrow();
        WorkspaceId second = database.addWorkspace("second");
        database.workspaces().run(second, () -> {
            assertTrue(access.callers.bySession(token).isEmpty());
            assertTrue(access.setup.open());
        });
    }

    @Test
    void anInvitationIsMailedShownAndAcceptedOnce() throws InterruptedException {
        UserId ann = access.ann();
        String link = access.as(ann, () -> access.users.invite("bob@example.org", Role.VIEWER));
        assertEquals("INVITATION bob@example.org " + link, access.mails.poll(5, TimeUnit.SECONDS));
        assertEquals(link, access.invitations.waiting().get(0).link());
        assertError(AccessError.PASSWORD_SHORT, () -> access.invitations.accept(token(link), "Bob", "short"));
        UserId bob = access.invitations.accept(token(link), "Bob", PASSWORD);
        assertEquals("Bob", access.users.find(bob).name());
        assertTrue(access.invitations.waiting().isEmpty());
        assertError(AccessError.LINK_INVALID, () -> access.invitations.accept(token(link), "Eve", PASSWORD));
        access.sessions.logIn("bob@example.org", PASSWORD, "a");
    }

    @Test
    void aSecondInvitationReplacesTheFirstAndAnOldOneRunsOut() {
        UserId ann = access.ann();
        String first = access.as(ann, () -> access.users.invite("bob@example.org", Role.VIEWER));
        String second = access.as(ann, () -> access.users.invite("Bob@example.org", Role.ADMIN));
        assertError(AccessError.LINK_INVALID, () -> access.invitations.accept(token(first), "Bob", PASSWORD));
        access.clock.advance(Duration.ofDays(8));
        assertError(AccessError.LINK_INVALID, () -> access.invitations.accept(token(second), "Bob", PASSWORD));
        assertError(
                AccessError.EMAIL_TAKEN,
                () -> access.as(ann, () -> access.users.invite("ann@example.org", Role.VIEWER)));
    }

    @Test
    void aPasswordLinkWorksOnceAndEndsEverySession() throws InterruptedException {
        access.ann();
        String session = access.sessions.logIn("ann@example.org", PASSWORD, "a");
        access.callers.bySession(session).orElseThrow();
        access.invitations.askReset("ann@example.org");
        String mail = access.mails.poll(5, TimeUnit.SECONDS);
        assertTrue(mail.startsWith("PASSWORD_RESET ann@example.org https://crm.example.org/reset#"), mail);
        access.invitations.reset(token(mail), "another horse");
        assertTrue(access.callers.bySession(session).isEmpty());
        assertError(AccessError.LINK_INVALID, () -> access.invitations.reset(token(mail), "third horse"));
        access.sessions.logIn("ann@example.org", "another horse", "a");
    }

    @Test
    void nobodyGetsAMailWhoIsNotThere() throws InterruptedException {
        access.ann();
        access.invitations.askReset("eve@example.org");
        assertNull(access.mails.poll(500, TimeUnit.MILLISECONDS));
    }

    @Test
    void theLastProprietorStays() {
        UserId ann = access.ann();
        assertError(
                AccessError.LAST_PROPRIETOR, () -> access.as(ann, () -> access.users.change(ann, 1, active(false))));
        assertError(
                AccessError.LAST_PROPRIETOR, () -> access.as(ann, () -> access.users.change(ann, 1, role(Role.ADMIN))));
    }

    @Test
    void anAdminMakesNoProprietor() {
        UserId ann = access.ann();
        UserId bob = joined(ann, "bob@example.org", Role.ADMIN);
        assertError(
                AccessError.PROPRIETOR_ONLY,
                () -> access.as(bob, () -> access.users.change(bob, 2, role(Role.PROPRIETOR))));
        assertError(
                AccessError.PROPRIETOR_ONLY,
                () -> access.as(bob, () -> access.users.invite("eve@example.org", Role.PROPRIETOR)));
        assertError(
                AccessError.PROPRIETOR_ONLY, () -> access.as(bob, () -> access.users.change(ann, 1, active(false))));
    }

    @Test
    void aDeactivatedUserIsOutAtOnceAndCannotComeBack() {
        UserId ann = access.ann();
        UserId bob = joined(ann, "bob@example.org", Role.VIEWER);
        String session = access.sessions.logIn("bob@example.org", PASSWORD, "a");
        access.callers.bySession(session).orElseThrow();
        access.as(ann, () -> access.users.change(bob, 2, active(false)));
        assertTrue(access.callers.bySession(session).isEmpty());
        assertError(AccessError.CREDENTIALS, () -> access.sessions.logIn("bob@example.org", PASSWORD, "a"));
    }

    @Test
    void twoChangesOfOneVersionDoNotBothHappen() {
        UserId ann = access.ann();
        UserId bob = joined(ann, "bob@example.org", Role.VIEWER);
        access.as(ann, () -> access.users.change(bob, 2, role(Role.ADMIN)));
        assertError(
                KernelError.STALE, () -> access.as(ann, () -> access.users.change(bob, 2, role(Role.SALES_MANAGER))));
    }

    @Test
    void aTokenMayWhatItsScopeAndItsUserMay() {
        UserId ann = access.ann();
        UserId bob = joined(ann, "bob@example.org", Role.ADMIN);
        KnownCaller caller = access.callers
                .bySession(access.sessions.logIn("bob@example.org", PASSWORD, "a"))
                .orElseThrow();
        assertError(
                AccessError.SCOPE, () -> access.tokens.make(caller, "ci", Set.of("billing:read"), Optional.empty()));
        var made = access.tokens.make(caller, "ci", Set.of(AccessModule.READ, AccessModule.AUDIT), Optional.empty());
        assertEquals(
                Set.of(AccessModule.READ, AccessModule.AUDIT),
                access.callers.byToken(made.text()).orElseThrow().permissions());
        access.as(ann, () -> access.users.change(bob, 2, role(Role.VIEWER)));
        assertEquals(
                Set.of(AccessModule.READ),
                access.callers.byToken(made.text()).orElseThrow().permissions());
        access.tokens.revoke(caller, made.token().id());
        assertTrue(access.callers.byToken(made.text()).isEmpty());
    }

    @Test
    void theAuditLogHangsInTheTransaction() {
        UserId ann = access.ann();
        Ref subject = new Ref("deal", new UUID(0, 7));
        assertThrows(
                IllegalStateException.class,
                () -> database.transactions().run(() -> {
                    access.audit.record("pipeline.deal-moved", subject, Map.of(), Map.of());
                    throw new IllegalStateException("no");
                }));
        assertEquals(List.of(), access.entries.of("deal", subject.id(), LAST, 10));
        access.as(ann, () -> {
            access.audit.record(
                    "pipeline.deal-moved", subject, Map.of("stage", "new"), Map.of("owner", ann, "role", Role.ADMIN));
            return true;
        });
        var entry = access.entries.of("deal", subject.id(), LAST, 10).get(0);
        assertEquals(Optional.of(ann.value()), entry.actor());
        assertEquals("{\"stage\":\"new\"}", entry.before());
        assertTrue(entry.after().contains("\"owner\":\"" + ann.value() + "\""), entry.after());
    }

    private UserId setUp(String token) {
        return setUp(access, token);
    }

    private static UserId setUp(AccessFixture access, String token) {
        var founder = new SetupService.Founder("Ann", "ann@example.org", PASSWORD);
        return access.setup.setUp(token, founder, "https://crm.example.org", AccessFixture.answers());
    }

    private UserId joined(UserId by, String email, Role role) {
        String link = access.as(by, () -> access.users.invite(email, role));
        return access.invitations.accept(token(link), "Bob", PASSWORD);
    }

    private static Change active(boolean active) {
        return new Change(Optional.empty(), Optional.empty(), Optional.of(active));
    }

    private static Change role(Role role) {
        return new Change(Optional.empty(), Optional.of(role), Optional.empty());
    }

    private static void assertError(ErrorCode expected, Executable work) {
        assertEquals(expected, assertThrows(KontorException.class, work).error());
    }
}
