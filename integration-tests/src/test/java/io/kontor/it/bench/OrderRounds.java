package io.kontor.it.bench;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Messages of orders in rounds of three steps, which are measured apart by holding the positions of events: they are
 * taken while nothing else happens, then processed to orders, then the board consumes the events of these orders.
 */
final class OrderRounds {

    /** So many get their positions in one go, so that no order is there before the events are held again. */
    private static final int MESSAGES = 400;

    private final BenchProduct product;
    private final BenchSize size;

    /** What the messages cost, step by step; consumed per event. */
    record Measured(Load.Measured intake, Load.Measured processed, Load.Measured consumed) {

        /** From the message to the stored order. */
        Load.Measured order() {
            return new Load.Measured(
                    intake.operations(),
                    intake.cpuMilliseconds() + processed.cpuMilliseconds(),
                    intake.compilerMilliseconds() + processed.compilerMilliseconds(),
                    1 / (1 / intake.perSecond() + 1 / processed.perSecond()));
        }
    }

    /** What some rounds have used. */
    private record Sum(Usage intake, Usage processed, Usage consumed, int messages, int events) {

        private static final Sum ZERO = new Sum(Usage.NOTHING, Usage.NOTHING, Usage.NOTHING, 0, 0);

        private Sum plus(Sum other) {
            return new Sum(
                    intake.plus(other.intake),
                    processed.plus(other.processed),
                    consumed.plus(other.consumed),
                    messages + other.messages,
                    events + other.events);
        }

        private Measured measured() {
            return new Measured(intake.per(messages), processed.per(messages), consumed.per(Math.max(1, events)));
        }
    }

    OrderRounds(BenchProduct product, BenchSize size) {
        this.product = product;
        this.size = size;
    }

    /** @param delivery of one message */
    Measured measure(Recorder.Once delivery) throws Exception {
        Warmth warmth = new Warmth(product.cpu(), size.warmUp());
        long done = 0;
        do {
            done += round(delivery).messages();
        } while (!warmth.reached(done));
        Sum sum = Sum.ZERO;
        do {
            sum = sum.plus(round(delivery));
        } while (sum.intake().wall().compareTo(size.measured().dividedBy(2)) < 0);
        return sum.measured();
    }

    private Sum round(Recorder.Once delivery) throws Exception {
        ProcessCpu cpu = product.cpu();
        product.settle();
        Usage begin = Usage.now(cpu);
        Usage taken = HeldEvents.during(product, () -> {
            Load.repeat(MESSAGES, (client, number) -> delivery.run());
            return Usage.now(cpu);
        });
        product.awaitNumbered();
        AtomicInteger events = new AtomicInteger();
        Usage processed = HeldEvents.during(product, () -> {
            product.awaitProcessed();
            events.set(product.waitingOrderEvents());
            return Usage.now(cpu);
        });
        product.awaitNumbered();
        product.awaitBoard();
        Usage consumed = Usage.now(cpu);
        return new Sum(taken.since(begin), processed.since(taken), consumed.since(processed), MESSAGES, events.get());
    }
}
