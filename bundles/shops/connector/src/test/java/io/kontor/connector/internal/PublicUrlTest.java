package io.kontor.connector.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PublicUrlTest {

    @Test
    void aWorkspaceThatAnswersAtAnyNameHasTheAddressOfTheInstallation() {
        assertEquals(Optional.of("https://crm.example"), url("https://crm.example/", Set.of()));
        assertEquals(
                Optional.of("https://crm.example"), url("https://crm.example", Set.of("a.crm.example", "crm.example")));
    }

    @Test
    void aWorkspaceWithANameOfItsOwnIsReachedByIt() {
        assertEquals(
                Optional.of("https://tea.example:8443"),
                url("https://crm.example:8443", Set.of("localhost", "tea.example")));
    }

    @Test
    void withoutAPublicAddressThereIsNone() {
        assertEquals(Optional.empty(), url(" ", Set.of("tea.example")));
    }

    private static Optional<String> url(String installation, Set<String> names) {
        return new PublicUrl(new OwnNames(names), new Main(), installation).ofWorkspace();
    }

    private static final class Main implements WorkspaceContext {
        @Override
        public Optional<WorkspaceId> bound() {
            return Optional.of(new WorkspaceId("main"));
        }

        @Override
        public <T> T call(WorkspaceId workspace, Supplier<T> work) {
            return work.get();
        }
    }
}
