package io.kontor.workspaces.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceId;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.TestClock;
import io.kontor.workspaces.Workspace;
import io.kontor.workspaces.WorkspacesError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest(control = "workspaces")
class WorkspaceServiceTest {

    private static final WorkspaceId SECOND = new WorkspaceId("second");

    private final List<WorkspaceId> prepared = new ArrayList<>();
    private final TestDatabase database;
    private WorkspaceService workspaces;

    WorkspaceServiceTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        workspaces = service();
    }

    private WorkspaceService service() {
        return new WorkspaceService(
                new WorkspaceStore(database.store("workspaces")),
                database.transactions(),
                prepared::add,
                new TestClock(),
                config());
    }

    private static FirstHosts.Config config() {
        return new FirstHosts.Config() {
            @Override
            public String public_url() {
                return "https://CRM.example:8443";
            }

            @Override
            public Class<FirstHosts.Config> annotationType() {
                return FirstHosts.Config.class;
            }
        };
    }

    @Test
    void anInstallationBeginsWithOneWorkspaceThatAnswersAtAnyHost() {
        assertEquals(Set.of(WorkspaceService.FIRST), workspaces.all());
        assertEquals(Optional.of(WorkspaceService.FIRST), workspaces.byHost("whatever.example"));
        assertEquals(Set.of(), workspaces.hosts(WorkspaceService.FIRST));
        assertEquals(List.of(WorkspaceService.FIRST), prepared);
    }

    @Test
    void aSecondStartFindsTheWorkspacesOfTheFirst() {
        workspaces.create(SECOND, Set.of("second.example"));

        assertEquals(Set.of(WorkspaceService.FIRST, SECOND), service().all());
    }

    @Test
    void withTwoWorkspacesOnlyAKnownHostIsAnswered() {
        workspaces.create(SECOND, Set.of("Second.Example"));

        assertEquals(Optional.of(SECOND), workspaces.byHost("SECOND.example"));
        assertEquals(Optional.empty(), workspaces.byHost("other.example"));
        assertEquals(Set.of("second.example"), workspaces.hosts(SECOND));
    }

    @Test
    void theFirstWorkspaceStaysReachableWhenASecondComes() {
        workspaces.create(SECOND, Set.of("localhost"));

        assertEquals(Optional.of(SECOND), workspaces.byHost("localhost"));
        assertEquals(Optional.of(WorkspaceService.FIRST), workspaces.byHost("127.0.0.1"));
        assertEquals(Optional.of(WorkspaceService.FIRST), workspaces.byHost("crm.example"));
    }

    @Test
    void aWorkspaceGetsMoreHosts() {
        workspaces.create(SECOND, Set.of("second.example"));

        workspaces.addHosts(WorkspaceService.FIRST, Set.of("first.example", "localhost"));

        assertEquals(Optional.of(WorkspaceService.FIRST), workspaces.byHost("first.example"));
    }

    @Test
    void aHostOfAnotherAndAWorkspaceThatIsNotThereAreRefused() {
        workspaces.create(SECOND, Set.of("second.example"));

        KontorException taken = assertThrows(
                KontorException.class,
                () -> workspaces.addHosts(WorkspaceService.FIRST, Set.of("first.example", "second.example")));
        KontorException unknown = assertThrows(
                KontorException.class, () -> workspaces.addHosts(new WorkspaceId("third"), Set.of("third.example")));

        assertEquals(WorkspacesError.HOST_TAKEN, taken.error());
        assertEquals(WorkspacesError.UNKNOWN, unknown.error());
        assertEquals(Optional.empty(), workspaces.byHost("first.example"));
    }

    @Test
    void aTakenNameAndATakenHostAreRefusedBeforeAnythingIsMade() {
        workspaces.create(SECOND, Set.of("second.example"));
        prepared.clear();

        KontorException name =
                assertThrows(KontorException.class, () -> workspaces.create(SECOND, Set.of("third.example")));
        KontorException host = assertThrows(
                KontorException.class, () -> workspaces.create(new WorkspaceId("third"), Set.of("second.example")));

        assertEquals(WorkspacesError.EXISTS, name.error());
        assertEquals(WorkspacesError.HOST_TAKEN, host.error());
        assertEquals(List.of(), prepared);
    }

    @Test
    void aHostWithAPortOrAPathIsRefused() {
        for (String host : List.of("second.example:8080", "a/b", "", "-x.example", "a..b")) {
            KontorException refused =
                    assertThrows(KontorException.class, () -> workspaces.create(SECOND, Set.of(host)), host);
            assertEquals(WorkspacesError.HOST_INVALID, refused.error());
        }
    }

    @Test
    void theListNamesTheHosts() {
        workspaces.create(SECOND, Set.of("b.example", "a.example"));

        assertEquals(
                Set.of("a.example", "b.example"),
                workspaces.list().stream()
                        .filter(workspace -> workspace.id().equals(SECOND))
                        .map(Workspace::hosts)
                        .findFirst()
                        .orElseThrow());
    }
}
