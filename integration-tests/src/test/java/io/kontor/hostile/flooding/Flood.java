package io.kontor.hostile.flooding;

import io.kontor.events.Events;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.store.Transactions;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Publishes events as fast as it can, for as long as it is there. */
@Component(immediate = true, service = Flood.class)
public final class Flood {
    private final Events events;
    private final Transactions transactions;
    private final WorkspaceContext workspace;
    private final WorkspaceDirectory directory;
    private final Thread thread = new Thread(this::pour, "hostile-flood");
    private volatile boolean flowing = true;

    @Activate
    public Flood(
            @Reference Events events,
            @Reference Transactions transactions,
            @Reference WorkspaceContext workspace,
            @Reference WorkspaceDirectory directory) {
        this.events = events;
        this.transactions = transactions;
        this.workspace = workspace;
        this.directory = directory;
        thread.setDaemon(true);
        thread.start();
    }

    private void pour() {
        while (flowing) {
            directory
                    .all()
                    .forEach(one -> workspace.run(
                            one, () -> transactions.run(() -> events.publish(new Flooded(UUID.randomUUID())))));
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        flowing = false;
        thread.join();
    }
}
