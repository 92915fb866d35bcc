package io.kontor.it.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The operations of the running product, as its clients do them. */
final class BenchOperations {

    private static final String CUSTOMERS = "/api/customer/customers";
    private static final int BUYERS = 200;
    private static final int FIRST_TIMES = 40;

    private final BenchProduct product;
    private final SignedOrders orders;
    private final List<UUID> customers = Collections.synchronizedList(new ArrayList<>());
    private final String pipeline;

    BenchOperations(BenchProduct product, SignedOrders orders) throws Exception {
        this.product = product;
        this.orders = orders;
        this.pipeline = pipeline().path("id").asText();
    }

    /** Everything that is made at a first time only is there afterwards: customers, buyers, sums, pipelines. */
    void prepare(int atLeast) throws Exception {
        createCustomer();
        Load.repeat(atLeast, (client, number) -> createCustomer());
        Load.repeat(BUYERS, (client, number) -> createDeal());
        Load.repeat(BUYERS, (client, number) -> deliverPaid());
        Load.repeat(BUYERS, (client, number) -> deliverUnpaid());
        product.settle();
    }

    /** Each of them some times after a restart, so that what is kept in memory is there again. */
    void eachOnce() throws Exception {
        Load.repeat(FIRST_TIMES, (client, number) -> createCustomer());
        Load.repeat(FIRST_TIMES, (client, number) -> createDeal());
        Load.repeat(FIRST_TIMES, (client, number) -> deliverPaid());
        product.settle();
        reads();
    }

    /** The reading ones. */
    void reads() throws Exception {
        Load.repeat(FIRST_TIMES, (client, number) -> readCustomer(number));
        Load.repeat(FIRST_TIMES, (client, number) -> readList());
        Load.repeat(FIRST_TIMES, (client, number) -> readBoard());
    }

    /** Puts so many open deals on the board. */
    void fillBoard(int deals) throws Exception {
        product.settle();
        try (Connection workspace = product.database(BenchProduct.WORKSPACE)) {
            FullBoard.fill(workspace, pipeline(), List.copyOf(customers), deals);
        }
    }

    private JsonNode pipeline() throws Exception {
        return product.proprietor().get("/api/pipeline/pipelines").path(0);
    }

    void readCustomer(int number) throws Exception {
        product.read(CUSTOMERS + "/" + customers.get(number % customers.size()));
    }

    void readList() throws Exception {
        product.read(CUSTOMERS + "?limit=50");
    }

    void readBoard() throws Exception {
        product.read("/api/pipeline/pipelines/" + pipeline + "/board");
    }

    void createCustomer() throws Exception {
        String tag = UUID.randomUUID().toString().substring(0, 13);
        JsonNode made = product.create(CUSTOMERS, """
                {"kind": "PERSON", "givenName": "Carla", "familyName": "Customer %1$s",
                 "emails": ["%1$s@customer.example"], "phones": [], "tags": [], "country": "DE",
                 "addresses": []}""".formatted(tag));
        customers.add(UUID.fromString(made.path("id").asText()));
    }

    /** For any of the customers. */
    void createDeal() throws Exception {
        UUID customer = customers.get(ThreadLocalRandom.current().nextInt(customers.size()));
        product.create("/api/pipeline/deals", """
                {"pipeline": "%s", "title": "A deal by hand", "customer": "%s",
                 "value": {"minor": 12900, "currency": "EUR"}}""".formatted(pipeline, customer));
    }

    /** A message of an order by one of those who were here before. */
    void deliverPaid() throws Exception {
        product.deliver(orders.paid(BUYERS));
    }

    /** A message of an order by somebody new. */
    void deliverUnpaid() throws Exception {
        product.deliver(orders.unpaid());
    }
}
