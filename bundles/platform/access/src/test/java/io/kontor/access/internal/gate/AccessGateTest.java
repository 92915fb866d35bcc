package io.kontor.access.internal.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.access.LoggedIn;
import io.kontor.access.PublicOperation;
import io.kontor.access.RequiresPermission;
import io.kontor.access.internal.AccessFixture;
import io.kontor.access.internal.AccessModule;
import io.kontor.kernel.UserId;
import io.kontor.rest.Caller;
import io.kontor.rest.ClientRequest;
import io.kontor.rest.EndpointRefused;
import io.kontor.rest.Operation;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "access")
class AccessGateTest {

    private final AccessFixture access;
    private final Operations operations = new Operations();
    private final AccessGate gate;
    private UserId ann;
    private String session = "";

    AccessGateTest(TestDatabase database) {
        access = new AccessFixture(database);
        gate = new AccessGate(access.callers, operations);
    }

    @BeforeEach
    void annIsLoggedIn() {
        ann = access.ann();
        session = access.sessions.logIn("ann@example.org", AccessFixture.PASSWORD, "192.0.2.1");
    }

    @Test
    void theCookieOfASessionSaysWhoCalls() {
        KnownCaller known = known(gate.identify(cookie(session)));
        assertEquals(ann, known.user());
        assertEquals(Optional.of(Secret.csrf(session)), known.csrf());
    }

    @Test
    void aTokenSaysWhoCallsAndHasNoPage() {
        String token = token();
        for (String scheme : List.of("Bearer ", "bearer ", "BEARER  ")) {
            KnownCaller known = known(gate.identify(SentRequest.with("Authorization", scheme + token)));
            assertEquals(ann, known.user());
            assertEquals(Optional.empty(), known.csrf());
        }
    }

    @Test
    void whateverDoesNotCountIsNobody() {
        for (ClientRequest request : List.of(
                SentRequest.with(),
                cookie(""),
                cookie(session + "x"),
                SentRequest.with(Map.of(), new Cookie("other", session)),
                SentRequest.with("Authorization", "Bearer "),
                SentRequest.with("Authorization", "Bearer kontor_" + "x".repeat(500)),
                SentRequest.with("Authorization", "Basic YW5uOnB3"),
                SentRequest.with("Authorization", "Bearer " + session))) {
            assertFalse(gate.identify(request).known());
        }
    }

    /** Otherwise a page could send a cookie that counts beside a token of its own making. */
    @Test
    void aWrongTokenIsNotMadeGoodByACookie() {
        ClientRequest both =
                SentRequest.with(Map.of("Authorization", "Bearer wrong"), new Cookie(AccessGate.COOKIE, session));
        assertFalse(gate.identify(both).known());
    }

    @Test
    void everyOperationGetsTheGuardThatItAsksFor() throws NoSuchMethodException {
        Operation read = operation("GET", "read");
        Operation log = operation("DELETE", "logOut");
        var guards = gate.admit("deal", List.of(read, log));
        assertEquals(new KnownGuard(false, Optional.of("deal:read")), guards.get(read));
        assertEquals(new KnownGuard(true, Optional.empty()), guards.get(log));
        assertEquals(2, operations.all().size());
        gate.dismiss("deal");
        assertEquals(List.of(), operations.all());
    }

    @Test
    void anEndpointWithAnOperationThatSaysNothingOrTooMuchStaysClosed() {
        for (String method : List.of("silent", "contradicting", "unreviewed")) {
            EndpointRefused refused = assertThrows(
                    EndpointRefused.class,
                    () -> gate.admit("deal", List.of(operation("GET", "read"), operation("GET", method))));
            assertTrue(refused.getMessage().contains("/api/deal/" + method), refused::getMessage);
        }
        assertEquals(List.of(), operations.all());
    }

    private String token() {
        KnownCaller caller = access.callers.bySession(session).orElseThrow();
        return access.tokens
                .make(caller, "ci", Set.of(AccessModule.READ), Optional.empty())
                .text();
    }

    private static KnownCaller known(Caller caller) {
        assertTrue(caller.known());
        return (KnownCaller) caller;
    }

    private static ClientRequest cookie(String value) {
        return SentRequest.with(Map.of(), new Cookie(AccessGate.COOKIE, value));
    }

    private static Operation operation(String httpMethod, String method) throws NoSuchMethodException {
        return new Operation("deal", httpMethod, "/api/deal/" + method, Deals.class.getMethod(method));
    }

    /** Operations as a module writes them, some of them wrongly. */
    public interface Deals {

        @RequiresPermission("deal:read")
        void read();

        @LoggedIn
        void logOut();

        void silent();

        @LoggedIn
        @RequiresPermission("deal:read")
        void contradicting();

        @PublicOperation
        void unreviewed();
    }
}
