package io.kontor.events.internal;

import io.kontor.events.DeadLetter;
import io.kontor.events.DeadLetters;
import io.kontor.kernel.Cursor;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.WorkspaceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Dead letters as they stand in the failure table. */
@Component
public final class StoredDeadLetters implements DeadLetters {

    private final FailureStore failures;
    private final WorkspaceContext workspaces;
    private final Sequencer sequencer;
    private final Clock clock;

    @Activate
    public StoredDeadLetters(
            @Reference FailureStore failures,
            @Reference WorkspaceContext workspaces,
            @Reference Sequencer sequencer,
            @Reference Clock clock) {
        this.failures = failures;
        this.workspaces = workspaces;
        this.sequencer = sequencer;
        this.clock = clock;
    }

    @Override
    public Page<DeadLetter> list(PageRequest page) {
        return list(Optional.empty(), page);
    }

    @Override
    public Page<DeadLetter> list(String subscription, PageRequest page) {
        return list(Optional.of(subscription), page);
    }

    private Page<DeadLetter> list(Optional<String> subscription, PageRequest page) {
        List<DeadLetter> rows = failures.dead(
                workspaces.current(),
                subscription,
                page.cursor().map(cursor -> cursor.text(0)).orElse(""),
                page.cursor().map(cursor -> cursor.number(1)).orElse(0L),
                page.limit() + 1);
        return Page.of(
                rows,
                page.limit(),
                letter -> Cursor.of(letter.subscription(), letter.event().position()));
    }

    @Override
    public boolean retry(String subscription, long position) {
        boolean found = failures.revive(workspaces.current(), subscription, position, clock.instant());
        sequencer.wake();
        return found;
    }

    @Override
    public boolean discard(String subscription, long position) {
        boolean found = failures.discard(workspaces.current(), subscription, position);
        sequencer.wake();
        return found;
    }
}
