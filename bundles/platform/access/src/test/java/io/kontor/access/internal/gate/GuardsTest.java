package io.kontor.access.internal.gate;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.access.AccessError;
import io.kontor.kernel.Actor;
import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;
import io.kontor.rest.Caller;
import io.kontor.rest.ClientRequest;
import io.kontor.rest.OperationGuard;
import io.kontor.rest.RestError;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GuardsTest {

    private static final String SESSION = Secret.newToken();
    private static final String OTHER_SESSION = Secret.newToken();
    private static final OperationGuard READING = new KnownGuard(false, Optional.of("deal:read"));
    private static final OperationGuard WRITING = new KnownGuard(true, Optional.of("deal:write"));
    private static final ClientRequest BARE = SentRequest.with();

    @Test
    void whoIsUnknownIsAskedToLogInWhateverIsSentAlong() {
        Caller nobody = new UnknownCaller();
        assertRefused(RestError.LOG_IN_REQUIRED, READING, nobody, BARE);
        assertRefused(RestError.LOG_IN_REQUIRED, WRITING, nobody, csrf(Secret.csrf(SESSION)));
        assertRefused(RestError.LOG_IN_REQUIRED, new KnownGuard(false, Optional.empty()), nobody, BARE);
    }

    @Test
    void aSessionReadsWithoutItsTokenAndChangesOnlyWithIt() {
        Caller person = person("deal:read", "deal:write");
        assertPasses(READING, person, BARE);
        assertRefused(AccessError.FOREIGN_SITE, WRITING, person, BARE);
        assertPasses(WRITING, person, csrf(Secret.csrf(SESSION)));
    }

    @Test
    void aWrongTokenOrThatOfAnotherSessionIsNoToken() {
        Caller person = person("deal:read", "deal:write");
        String own = Secret.csrf(SESSION);
        for (String wrong : new String[] {
            "",
            "x",
            own + "x",
            own.substring(1),
            own.toLowerCase(java.util.Locale.ROOT),
            SESSION,
            Secret.csrf(OTHER_SESSION)
        }) {
            assertRefused(AccessError.FOREIGN_SITE, WRITING, person, csrf(wrong));
        }
    }

    @Test
    void everyChangeThatTakesNoPermissionNeedsTheTokenToo() {
        OperationGuard logOut = new KnownGuard(true, Optional.empty());
        assertRefused(AccessError.FOREIGN_SITE, logOut, person(), BARE);
        assertPasses(logOut, person(), csrf(Secret.csrf(SESSION)));
    }

    @Test
    void anApiTokenNeedsNoCsrfToken() {
        assertPasses(WRITING, token("deal:write"), BARE);
    }

    @Test
    void whoLacksThePermissionIsDeniedWithSessionAndWithToken() {
        assertRefused(AccessError.DENIED, READING, person("deal:write"), BARE);
        assertRefused(AccessError.DENIED, WRITING, person("deal:read"), csrf(Secret.csrf(SESSION)));
        assertRefused(AccessError.DENIED, WRITING, token("deal:read", "deal"), BARE);
        assertRefused(AccessError.DENIED, READING, token(), BARE);
    }

    @Test
    void aForeignPageLearnsNothingAboutPermissions() {
        assertRefused(AccessError.FOREIGN_SITE, WRITING, person(), BARE);
    }

    @Test
    void aPublicOperationRefusesOnlyTheFormsOfForeignSites() {
        OperationGuard logIn = new PublicGuard(true);
        assertTrue(logIn.open());
        assertFalse(WRITING.open());
        assertPasses(logIn, new UnknownCaller(), BARE);
        assertPasses(logIn, new UnknownCaller(), SentRequest.with("Sec-Fetch-Site", "same-origin"));
        assertRefused(
                AccessError.FOREIGN_SITE, logIn, new UnknownCaller(), SentRequest.with("Sec-Fetch-Site", "cross-site"));
        assertPasses(new PublicGuard(false), new UnknownCaller(), SentRequest.with("Sec-Fetch-Site", "cross-site"));
    }

    @Test
    void theTokenOfAPageIsNeitherTheSessionNorItsDigest() {
        String csrf = Secret.csrf(SESSION);
        assertNotEquals(SESSION, csrf);
        assertNotEquals(Secret.of(SESSION), Secret.of(csrf));
        assertEquals(csrf, Secret.csrf(SESSION));
    }

    private static KnownCaller person(String... permissions) {
        return caller(Actor.Kind.USER, Optional.of(Secret.csrf(SESSION)), permissions);
    }

    private static KnownCaller token(String... permissions) {
        return caller(Actor.Kind.TOKEN, Optional.empty(), permissions);
    }

    private static KnownCaller caller(Actor.Kind kind, Optional<String> csrf, String... permissions) {
        UserId user = new UserId(new UUID(0, 1));
        Actor actor = new Actor(kind, Optional.of(user), "Ann");
        return new KnownCaller(actor, user, Role.VIEWER, Set.of(permissions), Secret.of(SESSION), csrf);
    }

    private static ClientRequest csrf(String token) {
        return SentRequest.with(KnownGuard.CSRF_HEADER, token);
    }

    private static void assertPasses(OperationGuard guard, Caller caller, ClientRequest request) {
        assertDoesNotThrow(() -> guard.check(caller, request));
    }

    private static void assertRefused(ErrorCode code, OperationGuard guard, Caller caller, ClientRequest request) {
        KontorException refused = assertThrows(KontorException.class, () -> guard.check(caller, request));
        assertEquals(code, refused.error());
    }
}
