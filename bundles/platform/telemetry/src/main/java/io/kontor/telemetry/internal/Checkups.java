package io.kontor.telemetry.internal;

import io.kontor.telemetry.Checkup;
import io.kontor.telemetry.Finding;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every checkup, and waits for none of them for ever. */
@Component(service = Checkups.class)
public final class Checkups {

    private static final Logger LOG = LoggerFactory.getLogger(Checkups.class);
    private static final int PATIENCE_SECONDS = 20;

    private final Map<String, Checkup> byName = new ConcurrentSkipListMap<>();
    private final int patienceSeconds;

    public Checkups() {
        this(PATIENCE_SECONDS);
    }

    Checkups(int patienceSeconds) {
        this.patienceSeconds = patienceSeconds;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(Checkup checkup) {
        byName.put(checkup.name(), checkup);
    }

    void remove(Checkup checkup) {
        byName.remove(checkup.name(), checkup);
    }

    /** Tells each finding as soon as it is known, with the checkup's name. */
    void examine(BiConsumer<String, Finding> told) {
        byName.forEach((name, checkup) -> ask(name, checkup).forEach(finding -> told.accept(name, finding)));
    }

    private List<Finding> ask(String name, Checkup checkup) {
        FutureTask<List<Finding>> task = new FutureTask<>(checkup::examine);
        Thread thread = new Thread(task, "kontor-checkup");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(patienceSeconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return List.of(Finding.wrong(
                    "does not say how it is within " + patienceSeconds + " s",
                    "look into the log for what it waits for"));
        } catch (ExecutionException e) {
            LOG.warn("The checkup {} failed", name, e.getCause());
            return List.of(
                    Finding.wrong("cannot be looked at: " + e.getCause().getMessage(), "the log has the whole reason"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Finding.doubtful("was not looked at: the product stops", "ask again"));
        }
    }
}
