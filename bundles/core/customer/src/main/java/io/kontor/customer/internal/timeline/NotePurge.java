package io.kontor.customer.internal.timeline;

import io.kontor.jobs.JobHandler;
import io.kontor.jobs.JobOutcome;
import io.kontor.jobs.JobRun;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgets a deleted note when nobody can bring it back any more. */
@Component
public final class NotePurge implements JobHandler {

    static final String JOB = "customer.note-purge";

    private final Transactions transactions;
    private final NoteStore store;
    private final Clock clock;

    /** Which note. */
    record Data(UUID note) {}

    @Activate
    public NotePurge(@Reference Transactions transactions, @Reference NoteStore store, @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public JobOutcome run(JobRun run) {
        UUID id = run.data(Data.class).note();
        Instant before = clock.instant().minus(NoteService.UNDO_WINDOW);
        transactions.run(() -> store.lock(id)
                .filter(note ->
                        note.deletedAt().filter(at -> !at.isAfter(before)).isPresent())
                .ifPresent(note -> store.delete(id)));
        return JobOutcome.done();
    }
}
