package io.kontor.order.internal;

import io.kontor.customer.Customers;
import io.kontor.store.Transactions;
import io.kontor.testkit.AllRows;
import io.kontor.testkit.FakeCustomers;
import io.kontor.testkit.FakeTimeline;
import io.kontor.testkit.FakeUsers;
import io.kontor.testkit.OneSeller;
import io.kontor.testkit.RecordingAuditLog;
import io.kontor.testkit.RecordingEvents;
import io.kontor.testkit.kernel.SequentialIds;

/** The module put together over a store of orders. */
final class OrderWorld {
    final FakeCustomers customers = new FakeCustomers();
    final FakeTimeline timeline = new FakeTimeline();
    final RecordingEvents events = new RecordingEvents();
    final RecordingAuditLog audit = new RecordingAuditLog();
    final OrderService orders;
    final OrderReading reading;

    OrderWorld(Transactions transactions, OrderStore store) {
        Customers known = customers;
        reading = new OrderReading(transactions, store, new AllRows(), known);
        OrderIntake intake = new OrderIntake(
                store,
                new OrderParties(known, new OneSeller(), new FakeUsers()),
                new OrderNews(events, timeline, known, audit),
                new SequentialIds());
        orders = new OrderService(transactions, intake, reading);
    }
}
