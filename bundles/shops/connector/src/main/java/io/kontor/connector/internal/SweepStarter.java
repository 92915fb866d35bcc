package io.kontor.connector.internal;

import io.kontor.jobs.Jobs;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import io.kontor.store.Transactions;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** After a restart every shop is reconciled at once: messages may have been lost while nobody listened. */
@Component(immediate = true, service = SweepStarter.class)
public final class SweepStarter {

    private static final Logger LOG = LoggerFactory.getLogger(SweepStarter.class);

    @Activate
    public SweepStarter(
            @Reference WorkspaceDirectory directory,
            @Reference WorkspaceContext workspaces,
            @Reference AccountStore accounts,
            @Reference Transactions transactions,
            @Reference Jobs jobs,
            @Reference Clock clock) {
        for (WorkspaceId workspace : directory.all()) {
            try {
                workspaces.run(
                        workspace,
                        () -> transactions.run(() -> accounts.all().stream()
                                .filter(account -> account.status() == Account.Status.ACTIVE)
                                .forEach(account -> jobs.plan(
                                        SweepJob.JOB,
                                        account.id().value().toString(),
                                        clock.instant(),
                                        new SweepJob.Plan(account.id().value())))));
            } catch (KontorException e) {
                LOG.warn("Workspace {} is not ready; its shops are reconciled by their own plan", workspace, e);
            }
        }
    }
}
