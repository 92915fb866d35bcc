package io.kontor.kernel.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.kernel.Actor;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceId;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ThreadContextsTest {

    private final ThreadWorkspaceContext workspaces = new ThreadWorkspaceContext();
    private final ThreadActorContext actors = new ThreadActorContext();
    private final WorkspaceId north = new WorkspaceId("north");
    private final WorkspaceId south = new WorkspaceId("south");

    @Test
    void anUnboundThreadIsAnErrorAndNeverADefault() {
        KontorException unbound = assertThrows(KontorException.class, workspaces::current);
        assertEquals("workspace.unbound", unbound.error().code());
    }

    @Test
    void theFormerWorkspaceIsBoundAgainAfterwardsAlsoAfterAFailure() {
        workspaces.run(north, () -> {
            assertThrows(
                    IllegalStateException.class,
                    () -> workspaces.run(south, () -> {
                        assertEquals(south, workspaces.current());
                        throw new IllegalStateException("work failed");
                    }));
            assertEquals(north, workspaces.current());
        });
        assertTrue(workspaces.bound().isEmpty());
    }

    @Test
    void anotherThreadSeesNothingOfIt() throws InterruptedException {
        AtomicReference<Boolean> bound = new AtomicReference<>(true);
        Thread other = new Thread(() -> bound.set(workspaces.bound().isPresent()));
        workspaces.run(north, () -> {
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertEquals(false, bound.get());
    }

    @Test
    void whereNobodyIsBoundKontorItselfActs() {
        assertEquals(Actor.Kind.SYSTEM, actors.current().kind());
        Actor sweep = Actor.system("connector.sweep");
        assertEquals(sweep, actors.call(sweep, actors::current));
        assertEquals(Actor.Kind.SYSTEM, actors.current().kind());
    }

    @Test
    void aWorkspacesNameIsSafeInADatabaseName() {
        assertThrows(IllegalArgumentException.class, () -> new WorkspaceId("north`; drop"));
        assertThrows(IllegalArgumentException.class, () -> new WorkspaceId(""));
        assertThrows(IllegalArgumentException.class, () -> new WorkspaceId("1st"));
    }
}
