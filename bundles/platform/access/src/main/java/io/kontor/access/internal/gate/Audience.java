package io.kontor.access.internal.gate;

import io.kontor.access.RowRules;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.KontorException;
import io.kontor.rest.Caller;
import io.kontor.rest.Hint;
import io.kontor.rest.HintAudience;
import io.kontor.rest.RestError;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Lets a caller hear of the types it may read. A hint does not say who owns the record, so a caller whose row rule is
 * narrower than "all" hears nothing of that type rather than too much.
 */
@Component
public final class Audience implements HintAudience {

    private final Permissions permissions;
    private final RowRules rows;
    private final ActorContext actors;
    private final Callers callers;

    @Activate
    public Audience(
            @Reference Permissions permissions,
            @Reference RowRules rows,
            @Reference ActorContext actors,
            @Reference Callers callers) {
        this.permissions = permissions;
        this.rows = rows;
        this.actors = actors;
        this.callers = callers;
    }

    @Override
    public void admit(Caller caller) {
        if (!caller.known()) {
            throw new KontorException(RestError.LOG_IN_REQUIRED);
        }
    }

    @Override
    public boolean mayHear(Caller caller, Hint hint) {
        return renewed(caller)
                .filter(known -> permissions
                        .reading(hint.type())
                        .filter(known.permissions()::contains)
                        .isPresent())
                .filter(known -> actors.call(
                        known.actor(), () -> rows.reading(hint.type()).everything()))
                .isPresent();
    }

    @Override
    public boolean stillKnown(Caller caller) {
        return renewed(caller).isPresent();
    }

    private Optional<KnownCaller> renewed(Caller caller) {
        return caller instanceof KnownCaller known ? callers.renewed(known) : Optional.empty();
    }
}
