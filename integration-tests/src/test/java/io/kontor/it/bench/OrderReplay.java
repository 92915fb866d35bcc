package io.kontor.it.bench;

import io.kontor.it.bench.FreshValues.Replacements;
import io.kontor.it.bench.Recording.Before;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The statements of messages that become orders, in the three steps of {@link OrderRounds}. The product takes each
 * message in a transaction of its own, and its consumers do many messages or events in one; so does this, first the
 * former by eight clients, then the latter by one, as each of the product's consumers is one. What is processed must have
 * been taken with the same new ids.
 *
 * @param intakes the messages, taken one by one, as many as are processed together
 * @param processing how all of them become orders
 * @param consuming what the board does with the events of these orders
 * @param events how many events these are
 * @param whole all of it
 */
record OrderReplay(List<Tape> intakes, Tape processing, Tape consuming, int events, Recording whole) {

    private static final String PROCESSING = "webhooks.process-woocommerce";
    private static final String CONSUMING = "pipeline.order-rule";

    /** As many messages as one transaction of the product's consumer processes at most. */
    private static final int TOGETHER = 50;

    /** New ids for one set of messages. */
    private record Batch(Replacements replacements, AtomicInteger taken) {}

    /** What a consumer cost, and the batches that it has done. */
    private record Step(Load.Measured measured, List<Batch> done) {}

    static OrderReplay of(BenchProduct product, Recorder recorder, Recorder.Once delivery) throws Exception {
        Before before = Before.of(product);
        List<Tape> intakes = HeldEvents.during(product, () -> recorder.record(TOGETHER, delivery));
        if (intakes.size() < TOGETHER) {
            throw new IllegalStateException("Only " + intakes.size() + " messages of " + TOGETHER + " were recorded");
        }
        product.awaitNumbered();
        AtomicInteger events = new AtomicInteger();
        Tape processing = HeldEvents.during(product, () -> {
            product.awaitProcessed();
            events.set(product.waitingOrderEvents());
            return of(recorder, PROCESSING);
        });
        product.awaitNumbered();
        return HeldEvents.during(product, () -> {
            product.awaitBoard();
            Tape consuming = of(recorder, CONSUMING);
            List<Tape> all = new ArrayList<>(intakes);
            all.addAll(List.of(processing, consuming));
            return new OrderReplay(intakes, processing, consuming, events.get(), before.recorded(all, TOGETHER));
        });
    }

    /** The transactions of one consumer among all that has followed since the events got their positions. */
    private static Tape of(Recorder recorder, String consumer) throws Exception {
        return Tape.of(recorder.units().stream()
                .filter(unit -> unit.transaction() && unit.mentions(consumer))
                .toList());
    }

    /** CPU of the three steps. */
    OrderRounds.Measured measure(PlainJdbc plain, BenchSize size) throws Exception {
        requireSameRows(plain);
        Map<Integer, Batch> batches = new ConcurrentHashMap<>();
        Load.Measured taken = new Load(plain.cpu(), size).measure((client, number) -> {
            Batch batch = batches.computeIfAbsent(number / TOGETHER, any -> batch());
            plain.run(client, intakes.get(number % TOGETHER), batch.replacements());
            batch.taken().incrementAndGet();
        });
        List<Batch> complete = batches.values().stream()
                .filter(batch -> batch.taken().get() == TOGETHER)
                .toList();
        Step processed = step(plain, size, processing, complete, TOGETHER);
        Step consumed = step(plain, size, consuming, processed.done(), events);
        return new OrderRounds.Measured(taken, processed.measured(), consumed.measured());
    }

    private Batch batch() {
        return new Batch(whole.fresh().replacements(), new AtomicInteger());
    }

    /** At most one half to warm up; the others are measured for as long as other operations are. */
    private static Step step(PlainJdbc plain, BenchSize size, Tape tape, List<Batch> batches, int operations)
            throws Exception {
        Warmth warmth = new Warmth(plain.cpu(), size.warmUp());
        int next = 0;
        do {
            plain.run(0, tape, batches.get(next++).replacements());
        } while (next < batches.size() / 2 && !warmth.reached((long) next * operations));
        int first = next;
        Usage begin = Usage.now(plain.cpu());
        Usage used;
        do {
            plain.run(0, tape, batches.get(next++).replacements());
            used = Usage.now(plain.cpu()).since(begin);
        } while (next < batches.size() && used.wall().compareTo(size.measured()) < 0);
        return new Step(used.per((long) (next - first) * operations), batches.subList(0, next));
    }

    /** That a first repetition adds the rows that the product added. */
    private void requireSameRows(PlainJdbc plain) throws Exception {
        plain.requireSameRows(whole, TOGETHER, () -> {
            Replacements replacements = whole.fresh().replacements();
            for (Tape tape : whole.tapes()) {
                plain.run(0, tape, replacements);
            }
        });
    }

    /** The statements of each step, per message, and the rows of all. */
    String describe() {
        return "taken: " + Tape.describe(intakes, TOGETHER)
                + "; processed: " + Tape.describe(List.of(processing), TOGETHER)
                + "; consumed by the board: " + Tape.describe(List.of(consuming), TOGETHER)
                + "; rows: " + whole.rows().describe(TOGETHER);
    }
}
