package io.kontor.access.internal;

import static io.kontor.access.internal.AccessFixture.PASSWORD;
import static io.kontor.access.internal.AccessFixture.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.access.AccessError;
import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** One-time links, from the mail to their use. */
@DatabaseTest(workspace = "access")
class LinksTest {

    private final AccessFixture access;

    LinksTest(TestDatabase database) {
        access = new AccessFixture(database);
    }

    @Test
    void anInvitationIsMailedShownAndAcceptedOnce() {
        UserId ann = access.ann();
        String link = access.as(ann, () -> access.users.invite("bob@example.org", Role.VIEWER));
        assertEquals("INVITATION bob@example.org " + link, access.nextMail());
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
    void aPasswordLinkWorksOnceAndEndsEverySession() {
        access.ann();
        String session = access.sessions.logIn("ann@example.org", PASSWORD, "a");
        access.callers.bySession(session).orElseThrow();
        access.invitations.askReset("ann@example.org");
        String mail = access.nextMail();
        assertTrue(mail.startsWith("PASSWORD_RESET ann@example.org https://crm.example.org/reset#"), mail);
        access.invitations.reset(token(mail), "another horse");
        assertTrue(access.callers.bySession(session).isEmpty());
        assertError(AccessError.LINK_INVALID, () -> access.invitations.reset(token(mail), "third horse"));
        access.sessions.logIn("ann@example.org", "another horse", "a");
    }

    @Test
    void nobodyGetsAMailWhoIsNotThere() {
        access.ann();
        access.invitations.askReset("eve@example.org");
        assertEquals(1, access.jobs.waiting(), "as much work as for somebody who is there");
        assertEquals("", access.nextMail());
    }

    @Test
    void aMailThatTheServerDoesNotTakeWaitsAndSaysWhy() {
        UserId ann = access.ann();
        access.mailServer = false;
        String link = access.as(ann, () -> access.users.invite("bob@example.org", Role.VIEWER));
        assertEquals(1, access.jobs.run());
        assertEquals(
                Optional.of("Connection refused"),
                access.invitations.waiting().get(0).mailProblem());
        assertEquals(Optional.empty(), access.invitations.waiting().get(0).mailedAt());
        access.mailServer = true;
        assertEquals("INVITATION bob@example.org " + link, access.nextMail());
        assertEquals(Optional.empty(), access.invitations.waiting().get(0).mailProblem());
        assertTrue(access.invitations.waiting().get(0).mailedAt().isPresent());
    }

    @Test
    void aLinkThatCountsNoMoreIsNotMailed() {
        UserId ann = access.ann();
        access.mailServer = false;
        access.as(ann, () -> access.users.invite("bob@example.org", Role.VIEWER));
        String second = access.as(ann, () -> access.users.invite("bob@example.org", Role.VIEWER));
        access.mailServer = true;
        assertEquals("INVITATION bob@example.org " + second, access.nextMail());
        assertEquals(0, access.mails.size());
    }

    @Test
    void aRefusedInvitationMailsNothing() {
        UserId ann = access.ann();
        assertError(
                AccessError.PROPRIETOR_ONLY,
                () -> access.as(
                        access.joined(ann, "bob@example.org", Role.ADMIN),
                        () -> access.users.invite("eve@example.org", Role.PROPRIETOR)));
        access.jobs.run();
        assertTrue(access.mails.stream().noneMatch(mail -> mail.contains("eve@")));
    }

    private static void assertError(ErrorCode expected, Executable work) {
        assertEquals(expected, assertThrows(KontorException.class, work).error());
    }
}
