package io.kontor.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The operations of the running product, as its clients do them. */
final class BenchOperations {

    private static final String CUSTOMERS = "/api/customer/customers";
    private static final List<String> CATALOGUES = List.of(BenchProduct.CONTROL, BenchProduct.WORKSPACE);

    private final BenchProduct product;
    private final SignedOrders orders;
    private final BenchSize size;
    private final List<UUID> customers;
    private final int buyers;

    /** The rows that one operation writes. */
    record Rows(RowReplay customer, RowReplay deal, RowReplay order) {}

    /** What was measured of the product. */
    record Results(
            Load.Measured customerRead,
            Load.Measured customerList,
            Load.Measured board,
            Load.Measured customerCreated,
            Load.Measured dealCreated,
            Load.Measured intake,
            Load.Measured processed,
            Load.Measured paidConsumed,
            Load.Measured unpaidConsumed) {

        /** From the message to the stored order. */
        Load.Measured order() {
            return new Load.Measured(
                    intake.operations(),
                    intake.cpuMilliseconds() + processed.cpuMilliseconds(),
                    intake.compilerMilliseconds() + processed.compilerMilliseconds(),
                    1 / (1 / intake.perSecond() + 1 / processed.perSecond()));
        }
    }

    /** What became of so many messages, step by step. */
    private record Orders(Load.Measured intake, Load.Measured processed, Load.Measured consumed) {}

    /** One message to send. */
    @FunctionalInterface
    private interface Source {

        SignedOrders.Message next() throws Exception;
    }

    /** @param customers takes the ids of those that are made, to be read later */
    BenchOperations(BenchProduct product, SignedOrders orders, BenchSize size, List<UUID> customers, int buyers) {
        this.product = product;
        this.orders = orders;
        this.size = size;
        this.customers = customers;
        this.buyers = buyers;
    }

    /** Everything that is made at a first time only is there afterwards: buyers, sums, pipelines. */
    void warmUp(int times) throws Exception {
        createCustomer();
        Load.repeat(times, (client, number) -> {
            createCustomer();
            createDeal();
            product.deliver(orders.paid(buyers));
        });
        product.deliver(orders.unpaid());
        product.settle();
    }

    /** Watches one of each operation on a quiet product. */
    Rows rows() throws Exception {
        return new Rows(
                rowsOf(this::createCustomer),
                rowsOf(this::createDeal),
                rowsOf(() -> product.deliver(orders.paid(buyers))));
    }

    /** Something to be watched. */
    @FunctionalInterface
    private interface Once {

        void run() throws Exception;
    }

    private RowReplay rowsOf(Once operation) throws Exception {
        try (Connection connection = product.database(BenchProduct.WORKSPACE)) {
            RowSnapshot before = RowSnapshot.of(connection, CATALOGUES);
            operation.run();
            product.settle();
            return RowReplay.of(before, RowSnapshot.of(connection, CATALOGUES));
        }
    }

    Results measure() throws Exception {
        Load.Measured customerCreated = held(this::createCustomer);
        Load.repeat(Math.max(0, size.customers() - customers.size()), (client, number) -> createCustomer());
        Load.Measured dealCreated = held(this::createDeal);
        try (Connection workspace = product.database(BenchProduct.WORKSPACE)) {
            FullBoard.fill(workspace, pipeline(), List.copyOf(customers), size.deals());
        }
        product.settle();
        Load.Measured read = Load.measure(
                product.cpu(),
                size.reads(),
                (client, number) -> product.read(CUSTOMERS + "/" + customers.get(number % customers.size())));
        Load.Measured list = Load.measure(
                product.cpu(), size.largeReads(), (client, number) -> product.read(CUSTOMERS + "?limit=50"));
        String board = "/api/pipeline/pipelines/" + pipeline().path("id").asText() + "/board";
        Load.Measured boards = Load.measure(product.cpu(), size.largeReads(), (client, number) -> product.read(board));
        Orders paid = orders(() -> orders.paid(buyers));
        Orders unpaid = orders(orders::unpaid);
        return new Results(
                read,
                list,
                boards,
                customerCreated,
                dealCreated,
                paid.intake(),
                paid.processed(),
                paid.consumed(),
                unpaid.consumed());
    }

    /** The pipeline that has the board. */
    JsonNode pipeline() throws Exception {
        return product.proprietor().get("/api/pipeline/pipelines").path(0);
    }

    private Load.Measured held(Once operation) throws Exception {
        Load.Measured measured = HeldEvents.during(
                product, () -> Load.measure(product.cpu(), size.writes(), (client, number) -> operation.run()));
        product.settle();
        return measured;
    }

    /** Once to warm up, and once to measure. */
    private Orders orders(Source source) throws Exception {
        process(source);
        return process(source);
    }

    private Orders process(Source source) throws Exception {
        ProcessCpu cpu = product.cpu();
        Load.Measured intake = HeldEvents.during(
                product, () -> Load.measure(cpu, size.messages(), (client, number) -> product.deliver(source.next())));
        int messages = 2 * size.messages();
        AtomicInteger events = new AtomicInteger();
        Load.Mark begin = Load.Mark.now(cpu);
        product.awaitNumbered(product.newestEvent());
        Load.Measured processed = HeldEvents.during(product, () -> {
            product.awaitProcessed();
            events.set(product.waitingOrderEvents());
            return begin.per(messages);
        });
        Load.Mark then = Load.Mark.now(cpu);
        product.awaitConsumed();
        Load.Measured consumed = then.per(Math.max(1, events.get()));
        product.settle();
        return new Orders(intake, processed, consumed);
    }

    private void createCustomer() throws Exception {
        String tag = UUID.randomUUID().toString().substring(0, 13);
        JsonNode made = product.create(CUSTOMERS, """
                {"kind": "PERSON", "givenName": "Carla", "familyName": "Customer %1$s",
                 "emails": ["%1$s@customer.example"], "phones": [], "tags": [], "country": "DE",
                 "addresses": []}""".formatted(tag));
        customers.add(UUID.fromString(made.path("id").asText()));
    }

    private void createDeal() throws Exception {
        product.create("/api/pipeline/deals", """
                {"pipeline": "%s", "title": "A deal by hand", "customer": "%s",
                 "value": {"minor": 12900, "currency": "EUR"}}""".formatted(
                        pipelineId(), customers.get(Math.floorMod(System.nanoTime(), customers.size()))));
    }

    private volatile String pipelineId = "";

    private String pipelineId() throws Exception {
        if (pipelineId.isEmpty()) {
            pipelineId = pipeline().path("id").asText();
        }
        return pipelineId;
    }
}
