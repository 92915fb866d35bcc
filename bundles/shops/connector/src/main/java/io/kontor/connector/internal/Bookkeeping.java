package io.kontor.connector.internal;

import io.kontor.access.AuditLog;
import io.kontor.events.Events;
import io.kontor.jobs.Jobs;
import io.kontor.kernel.IdGenerator;
import io.kontor.store.Transactions;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services of the platform that the verbs of accounts write to. */
@Component(service = Bookkeeping.class)
public record Bookkeeping(
        Transactions transactions, Jobs jobs, Events events, AuditLog audit, IdGenerator ids, Clock clock) {

    @Activate
    public Bookkeeping(
            @Reference Transactions transactions,
            @Reference Jobs jobs,
            @Reference Events events,
            @Reference AuditLog audit,
            @Reference IdGenerator ids,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }
}
