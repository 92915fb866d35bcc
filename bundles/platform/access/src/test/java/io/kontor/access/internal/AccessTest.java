package io.kontor.access.internal;

import static io.kontor.access.internal.AccessFixture.PASSWORD;
import static io.kontor.access.internal.AccessFixture.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.access.AccessError;
import io.kontor.access.internal.gate.KnownCaller;
import io.kontor.access.internal.setup.SetupService;
import io.kontor.kernel.ErrorCode;
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
    void aTokenMayWhatItsScopeAndItsUserMay() {
        UserId ann = access.ann();
        UserId bob = access.joined(ann, "bob@example.org", Role.ADMIN);
        KnownCaller caller = access.callers
                .bySession(access.sessions.logIn("bob@example.org", PASSWORD, "a"))
                .orElseThrow();
        assertError(
                AccessError.SCOPE, () -> access.tokens.make(caller, "ci", Set.of("billing:read"), Optional.empty()));
        var made = access.tokens.make(caller, "ci", Set.of(AccessModule.READ, AccessModule.AUDIT), Optional.empty());
        assertEquals(
                Set.of(AccessModule.READ, AccessModule.AUDIT),
                access.callers.byToken(made.text()).orElseThrow().permissions());
        access.as(ann, () -> access.users.change(bob, 2, AccessFixture.role(Role.VIEWER)));
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

    private static void assertError(ErrorCode expected, Executable work) {
        assertEquals(expected, assertThrows(KontorException.class, work).error());
    }
}
