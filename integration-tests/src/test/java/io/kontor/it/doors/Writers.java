package io.kontor.it.doors;

import io.kontor.it.KontorDistribution;
import io.kontor.it.client.Answer;
import io.kontor.it.client.Call;
import io.kontor.it.client.Visitor;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/** People who add customers as fast as they are answered, and remember what they were told. */
final class Writers implements AutoCloseable {

    private static final int CREATED = 201;

    private final KontorDistribution kontor;
    private final Visitor visitor;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean going = true;

    private Writers(KontorDistribution kontor, Visitor visitor) {
        this.kontor = kontor;
        this.visitor = visitor;
    }

    static Writers start(int count, KontorDistribution kontor, Visitor visitor) {
        Writers writers = new Writers(kontor, visitor);
        for (int i = 0; i < count; i++) {
            Thread thread = new Thread(writers::write, "writer-" + i);
            writers.threads.add(thread);
            thread.start();
        }
        return writers;
    }

    private void write() {
        while (going) {
            int number = numbers.incrementAndGet();
            try {
                Answer answer = visitor.send(Call.post("/api/customer/customers", """
                        {"kind": "PERSON", "givenName": "Nora", "familyName": "Number %1$d",
                         "emails": ["nora%1$d@customer.example"], "phones": [], "tags": [], "country": "DE",
                         "addresses": []}""".formatted(number)));
                if (answer.status() == CREATED) {
                    acknowledged.add(answer.id());
                } else {
                    refused.add(answer.toString());
                }
            } catch (UncheckedIOException e) {
                unanswered.incrementAndGet();
                going = going && kontor.running();
            }
        }
    }

    /** The ids of those who were told that they are in. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** What was answered otherwise. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** Connections that were refused or broken off. */
    int unanswered() {
        return unanswered.get();
    }

    @Override
    public void close() {
        going = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the last answers were awaited", e);
            }
        }
    }
}
