package io.kontor.it.bench;

import io.kontor.it.bench.Recorder.Once;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The whole run: the product is prepared, restarted, watched, and measured; then its statements are, without it. */
final class Bench {

    private static final int STARTS = 3;
    private static final int RECORDINGS = 16;
    private static final Duration QUIET = Duration.ofSeconds(8);
    private static final double WRITE_TIMES = 2.5;
    private static final double CONSUMER = 0.5;
    private static final String DEALS = "select count(*) from pipeline_deal";

    private final BenchProduct product;
    private final BenchOperations operations;
    private final BenchSize size;
    private final BenchTable table;

    /** What writes, to be measured with the product and then without. */
    private record Writes(Recording customer, Recording deal, OrderReplay paid, OrderReplay unpaid) {}

    /** What reads. */
    private record Reads(Recording customer, Recording list, Recording board) {}

    /** In MiB. */
    private record Memory(long kontor, long database) {}

    Bench(BenchProduct product, SignedOrders orders, BenchSize size, BenchTable table) throws Exception {
        this.product = product;
        this.operations = new BenchOperations(product, orders);
        this.size = size;
        this.table = table;
    }

    void run() throws Exception {
        operations.prepare(size.customers());
        List<Double> starts = starts();
        Writes writes;
        Reads reads;
        try (Recorder recorder = new Recorder(product)) {
            operations.eachOnce();
            recorder.listen(QUIET);
            writes = recordWrites(recorder);
            operations.fillBoard(size.deals());
            operations.reads();
            reads = recordReads(recorder);
        }
        measureReads(reads);
        measureWrites(writes);
        starts(starts);
        describe(reads, writes);
    }

    private List<Double> starts() throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < (size.wants("start") ? STARTS : 0); i++) {
            seconds.add(product.restart().toMillis() / 1e3);
        }
        return seconds;
    }

    private Writes recordWrites(Recorder recorder) throws Exception {
        return new Writes(
                Recording.ofWrites(product, recorder, RECORDINGS, operations::createCustomer),
                Recording.ofWrites(product, recorder, RECORDINGS, operations::createDeal),
                OrderReplay.of(product, recorder, operations::deliverPaid),
                OrderReplay.of(product, recorder, operations::deliverUnpaid));
    }

    private Reads recordReads(Recorder recorder) throws Exception {
        int[] number = {0};
        return new Reads(
                Recording.ofReads(recorder, RECORDINGS, () -> operations.readCustomer(number[0]++)),
                Recording.ofReads(recorder, RECORDINGS, operations::readList),
                Recording.ofReads(recorder, RECORDINGS, operations::readBoard));
    }

    /**
     * Each is followed by its statements: the product does nothing meanwhile that could be measured. The smallest comes
     * last, when what all requests share is compiled.
     */
    private void measureReads(Reads reads) throws Exception {
        Load ours = new Load(product.cpu(), size);
        try (PlainJdbc plain = new PlainJdbc(product, size)) {
            if (size.wants("list")) {
                Load.Measured list = ours.measure((client, number) -> operations.readList());
                table.atMost("list of 50 customers", list, plain.measureReads(reads.list()), 1);
            }
            if (size.wants("board")) {
                Load.Measured board = ours.measure((client, number) -> operations.readBoard());
                String name = "board, first page of " + size.deals() + " deals";
                table.atMostTimes(name, board, plain.measureReads(reads.board()), 3);
            }
            if (size.wants("read")) {
                Load.Measured read = ours.measure((client, number) -> operations.readCustomer(number));
                table.atMost("one customer read", read, plain.measureReads(reads.customer()), 0.4);
            }
        }
    }

    private void measureWrites(Writes writes) throws Exception {
        Optional<Load.Measured> customer = held("customer", operations::createCustomer);
        Optional<Load.Measured> deal = held("deal", operations::createDeal);
        Optional<OrderRounds.Measured> paid = rounds(operations::deliverPaid);
        long deals = product.number(BenchProduct.WORKSPACE, DEALS);
        Optional<OrderRounds.Measured> unpaid = rounds(operations::deliverUnpaid);
        if (unpaid.isPresent() && product.number(BenchProduct.WORKSPACE, DEALS) == deals) {
            throw new IllegalStateException("Unpaid orders have made no deals");
        }
        Memory memory = new Memory(product.residentMebibytes(), ProcessCpu.residentMebibytes(product.databasePid()));
        product.kill();
        try (PlainJdbc plain = new PlainJdbc(product, size)) {
            if (customer.isPresent()) {
                table.atMostTimes(
                        "customer created", customer.get(), plain.measureWrites(writes.customer()), WRITE_TIMES);
            }
            if (deal.isPresent()) {
                table.atMostTimes("deal created", deal.get(), plain.measureWrites(writes.deal()), WRITE_TIMES);
            }
            if (paid.isPresent() && unpaid.isPresent()) {
                orders(paid.get(), writes.paid().measure(plain, size));
                table.atMost(
                        "event of an unpaid order consumed: a deal",
                        unpaid.get().consumed(),
                        writes.unpaid().measure(plain, size).consumed(),
                        CONSUMER);
            }
        }
        table.figure("memory of Kontor after all this (RSS)", memory.kontor(), "MiB", 600);
        table.figure("memory of MariaDB (RSS)", memory.database(), "MiB", Double.MAX_VALUE);
    }

    private Optional<Load.Measured> held(String name, Once operation) throws Exception {
        if (!size.wants(name)) {
            return Optional.empty();
        }
        Load load = new Load(product.cpu(), size);
        Load.Measured measured = HeldEvents.during(product, () -> load.measure((client, number) -> operation.run()));
        product.settle();
        return Optional.of(measured);
    }

    private Optional<OrderRounds.Measured> rounds(Once delivery) throws Exception {
        return size.wants("order") ? Optional.of(new OrderRounds(product, size).measure(delivery)) : Optional.empty();
    }

    private void orders(OrderRounds.Measured ours, OrderRounds.Measured plain) {
        table.atMostTimes("order created: message taken and processed", ours.order(), plain.order(), WRITE_TIMES);
        table.atLeast("  of it: the message taken (webhook intake)", ours.intake(), plain.intake(), 300);
        table.stated("  of it: the message processed to an order", ours.processed(), plain.processed());
        table.atMost("event of a paid order consumed by the board", ours.consumed(), plain.consumed(), CONSUMER);
    }

    private void starts(List<Double> seconds) {
        if (!seconds.isEmpty()) {
            double median = seconds.stream().sorted().toList().get(seconds.size() / 2);
            String name = String.format(
                    Locale.ROOT, "ready after a stop (median of %d, first %.1f)", seconds.size(), seconds.get(0));
            table.figure(name, median, "s", 15);
        }
    }

    private void describe(Reads reads, Writes writes) {
        table.remark("");
        table.remark("statements of each, and the rows that it adds:");
        table.remark("  one customer read: " + reads.customer().describe());
        table.remark("  list of 50 customers: " + reads.list().describe());
        table.remark("  board, first page: " + reads.board().describe());
        table.remark("  customer created: " + writes.customer().describe());
        table.remark("  deal created: " + writes.deal().describe());
        table.remark("  paid order: " + writes.paid().describe());
        table.remark("  unpaid order: " + writes.unpaid().describe());
    }
}
