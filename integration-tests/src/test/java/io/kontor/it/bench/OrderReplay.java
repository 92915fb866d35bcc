package io.kontor.it.bench;

import io.kontor.it.bench.FreshValues.Replacements;
import io.kontor.it.bench.Recording.Before;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The statements of messages that become orders. The product takes each message in a transaction of its own and processes
 * many of them in one; so does this, first the former by eight clients, then the latter by one, as the product's consumer
 * is one. Messages that are processed must have been taken with the same new ids.
 *
 * @param intake the messages, taken one by one, as many as are processed together
 * @param processing one tape, on which all of them are processed
 */
record OrderReplay(Recording intake, Recording processing) {

    private static final String CONSUMER = "webhooks.process-woocommerce";

    /** As many messages as one transaction of the product's consumer processes at most. */
    private static final int TOGETHER = 50;

    /** New ids for one set of messages. */
    private record Batch(Replacements replacements, AtomicInteger taken) {}

    static OrderReplay of(BenchProduct product, Recorder recorder, Recorder.Once delivery) throws Exception {
        Before before = Before.of(product);
        List<Tape> intakes = HeldEvents.during(product, () -> recorder.record(TOGETHER, delivery));
        if (intakes.size() < TOGETHER) {
            throw new IllegalStateException("Only " + intakes.size() + " messages of " + TOGETHER + " were recorded");
        }
        product.awaitNumbered();
        return HeldEvents.during(product, () -> {
            product.awaitProcessed();
            Recording processing = before.recorded(List.of(processing(recorder)), TOGETHER);
            return new OrderReplay(new Recording(intakes, processing.fresh(), processing.rows(), TOGETHER), processing);
        });
    }

    /** The transactions of the one consumer among all that has followed since the events got their positions. */
    private static Tape processing(Recorder recorder) throws Exception {
        return Tape.of(recorder.units().stream()
                .filter(unit -> unit.transaction() && unit.mentions(CONSUMER))
                .toList());
    }

    /** CPU per order of both steps. */
    Load.Measured measure(PlainJdbc plain, BenchSize size) throws Exception {
        requireSameRows(plain);
        Map<Integer, Batch> batches = new ConcurrentHashMap<>();
        Load.Measured taken = new Load(plain.cpu(), size).measure((client, number) -> {
            Batch batch = batches.computeIfAbsent(number / TOGETHER, any -> batch());
            plain.run(client, intake.tapes().get(number % TOGETHER), batch.replacements());
            batch.taken().incrementAndGet();
        });
        Load.Measured processed = process(
                plain,
                size,
                batches.values().stream()
                        .filter(batch -> batch.taken().get() == TOGETHER)
                        .toList());
        return new OrderRounds.Measured(taken, processed, processed).order();
    }

    private Batch batch() {
        return new Batch(intake.fresh().replacements(), new AtomicInteger());
    }

    /** At most one half to warm up; the others are measured for as long as other operations are. */
    private Load.Measured process(PlainJdbc plain, BenchSize size, List<Batch> batches) throws Exception {
        Tape tape = processing.tapes().get(0);
        Warmth warmth = new Warmth(plain.cpu(), size.warmUp());
        int next = 0;
        do {
            plain.run(0, tape, batches.get(next++).replacements());
        } while (next < batches.size() / 2 && !warmth.reached());
        int first = next;
        Usage begin = Usage.now(plain.cpu());
        Usage used;
        do {
            plain.run(0, tape, batches.get(next++).replacements());
            used = Usage.now(plain.cpu()).since(begin);
        } while (next < batches.size() && used.wall().compareTo(size.measured()) < 0);
        return used.per((long) (next - first) * TOGETHER);
    }

    /** That a first repetition adds the rows that the product added. */
    private void requireSameRows(PlainJdbc plain) throws Exception {
        plain.requireSameRows(processing, TOGETHER, () -> {
            Replacements replacements = processing.fresh().replacements();
            for (Tape tape : intake.tapes()) {
                plain.run(0, tape, replacements);
            }
            plain.run(0, processing.tapes().get(0), replacements);
        });
    }

    String describe() {
        List<Tape> all = new ArrayList<>(intake.tapes());
        all.addAll(processing.tapes());
        return Tape.describe(all, TOGETHER) + "; rows: " + processing.rows().describe(TOGETHER);
    }
}
