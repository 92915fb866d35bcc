package io.kontor.connector.internal;

import io.kontor.connector.internal.Account.Status;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import io.kontor.telemetry.Checkup;
import io.kontor.telemetry.Finding;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which shops are not reached, in every workspace. */
@Component
public final class ShopsCheckup implements Checkup {

    private final AccountStore accounts;
    private final WorkspaceDirectory directory;
    private final WorkspaceContext workspaces;

    @Activate
    public ShopsCheckup(
            @Reference AccountStore accounts,
            @Reference WorkspaceDirectory directory,
            @Reference WorkspaceContext workspaces) {
        this.accounts = accounts;
        this.directory = directory;
        this.workspaces = workspaces;
    }

    @Override
    public String name() {
        return "shops";
    }

    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        int[] connected = {0};
        for (WorkspaceId workspace : directory.all()) {
            workspaces.run(
                    workspace,
                    () -> accounts.all().stream()
                            .filter(account -> account.status() == Status.ACTIVE)
                            .forEach(account -> {
                                connected[0]++;
                                account.failure()
                                        .ifPresent(failure -> findings.add(failed(workspace, account, failure)));
                            }));
        }
        return findings.isEmpty() ? List.of(Finding.fine(connected[0] + " connected, none of them fails")) : findings;
    }

    private static Finding failed(WorkspaceId workspace, Account account, Account.Failure failure) {
        return Finding.wrong(
                workspace + ": " + account.url() + " fails since " + failure.at() + ": " + failure.words(),
                "it is tried again by itself and nothing is lost; the page of the shop in the browser takes new keys");
    }
}
