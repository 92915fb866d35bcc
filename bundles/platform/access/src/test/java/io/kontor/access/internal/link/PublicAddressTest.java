package io.kontor.access.internal.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.kontor.access.internal.setup.Workspace;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import io.kontor.kernel.internal.ThreadWorkspaceContext;
import io.kontor.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublicAddressTest {

    private static final WorkspaceId FIRST = new WorkspaceId("main");
    private static final WorkspaceId SECOND = new WorkspaceId("north");
    private static final String CONFIGURED = "https://crm.example:8443";

    private final WorkspaceContext workspaces = new ThreadWorkspaceContext();
    private final Map<WorkspaceId, Set<String>> hosts = new HashMap<>();
    private final Map<WorkspaceId, String> setUpAt = new HashMap<>();

    @Test
    void aWorkspaceAloneIsAtTheInstallationsAddress() {
        setUpAt.put(FIRST, "http://192.0.2.7:8080");
        assertEquals(CONFIGURED, base(FIRST, CONFIGURED));
    }

    @Test
    void withoutAnAddressItIsWhereItWasSetUpAndBeforeThatHere() {
        assertEquals("http://localhost:8181", base(FIRST, ""));
        setUpAt.put(FIRST, "http://192.0.2.7:8080");
        assertEquals("http://192.0.2.7:8080", base(FIRST, ""));
    }

    @Test
    void eachOfTwoWorkspacesIsAtItsOwnHost() {
        hosts.put(FIRST, Set.of("127.0.0.1", "localhost", "crm.example"));
        hosts.put(SECOND, Set.of("north.example", "www.north.example"));
        assertEquals(CONFIGURED, base(FIRST, CONFIGURED));
        assertEquals("https://north.example:8443", base(SECOND, CONFIGURED));
        assertEquals("http://north.example:8181", base(SECOND, ""));
    }

    @Test
    void aWorkspaceStaysWhereItWasSetUpAsLongAsThatIsItsOwn() {
        hosts.put(SECOND, Set.of("north.example", "www.north.example"));
        setUpAt.put(SECOND, "https://www.north.example");
        assertEquals("https://www.north.example", base(SECOND, CONFIGURED));
        hosts.put(SECOND, Set.of("south.example"));
        assertEquals("https://south.example:8443", base(SECOND, CONFIGURED));
    }

    @Test
    void aNameOfThisMachineIsReachedAtItsOwnPort() {
        hosts.put(SECOND, Set.of("localhost"));
        assertEquals("http://localhost:8181", base(SECOND, CONFIGURED));
    }

    @Test
    void aLinkHasItsTokenWhereNoServerSeesIt() {
        hosts.put(SECOND, Set.of("north.example"));
        String link = workspaces.call(SECOND, () -> address(CONFIGURED).link(LinkKind.PASSWORD_RESET, "t0ken"));
        assertEquals("https://north.example:8443/reset#t0ken", link);
    }

    private String base(WorkspaceId workspace, String configured) {
        return workspaces.call(workspace, () -> address(configured).base());
    }

    private PublicAddress address(String configured) {
        return new PublicAddress(
                new Hosts(),
                workspaces,
                new SetUp(),
                new PublicAddress.Installation(() -> "http://localhost:8181", configured));
    }

    private final class Hosts implements WorkspaceDirectory {

        @Override
        public Set<WorkspaceId> all() {
            return hosts.keySet();
        }

        @Override
        public Optional<WorkspaceId> byHost(String host) {
            return Optional.empty();
        }

        @Override
        public Set<String> hosts(WorkspaceId workspace) {
            return hosts.getOrDefault(workspace, Set.of());
        }
    }

    private final class SetUp implements Settings {

        @Override
        public <T extends Record> T get(String module, Class<T> type) {
            return type.cast(new Workspace("", setUpAt.getOrDefault(workspaces.current(), "")));
        }

        @Override
        public void put(String module, Record value) {
            throw new UnsupportedOperationException();
        }
    }
}
