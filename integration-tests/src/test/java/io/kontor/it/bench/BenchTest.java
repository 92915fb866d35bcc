package io.kontor.it.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.ShopConfig;
import io.kontor.it.KontorDistribution;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures the plain distribution and writes the table; run by {@code ./kontor bench} alone. */
@Tag("bench")
class BenchTest {

    private static final int BUYERS = 200;
    private static final int WARM = 200;

    private final BenchSize size = BenchSize.ofProperties();
    private final BenchTable table = new BenchTable(ReferenceLoop.milliseconds());
    private final List<UUID> customers = Collections.synchronizedList(new ArrayList<>());

    @Test
    void theTableIsWritten() throws Exception {
        try (FakeWooCommerce shop = FakeWooCommerce.start(ShopConfig.local())) {
            KontorDistribution kontor = KontorDistribution.fresh()
                    .withSetting(
                            "io.kontor.connector.cfg",
                            "allowedPrivateTargets = 127.0.0.1:"
                                    + URI.create(shop.url()).getPort());
            kontor.unpackAndStart("bench");
            try {
                measure(kontor, shop);
            } finally {
                kontor.stopAndDelete();
            }
        }
        String text = table.toString();
        System.out.println(text);
        Files.writeString(Path.of(System.getProperty("kontor.work")).resolveSibling("bench.txt"), text);
        assertTrue(text.contains("customer"), text);
    }

    private void measure(KontorDistribution kontor, FakeWooCommerce shop) throws Exception {
        SignedOrders orders = SignedOrders.of(shop, BenchProduct.SECRET);
        BenchProduct product = BenchProduct.setUp(kontor, shop);
        BenchOperations operations = new BenchOperations(product, orders, size, customers, BUYERS);
        operations.warmUp(WARM);
        BenchOperations.Rows rows = operations.rows();
        BenchOperations.Results ours = operations.measure();
        JsonNode pipeline = operations.pipeline();
        long database = product.databasePid();
        double kontorMemory = ProcessCpu.residentMebibytes(kontor.pid());
        double databaseMemory = ProcessCpu.residentMebibytes(database);
        kontor.stop();
        long begin = System.nanoTime();
        kontor.start();
        double ready = (System.nanoTime() - begin) / 1e9;
        kontor.kill();
        try (PlainJdbc plain = new PlainJdbc(product)) {
            write(ours, rows, plain, pipeline);
        }
        table.figure("ready after a stop", ready, "s", 15);
        table.figure("memory of Kontor after all this (RSS)", kontorMemory, "MiB", 600);
        table.figure("memory of MariaDB (RSS)", databaseMemory, "MiB", Double.MAX_VALUE);
        table.remark("");
        table.remark("rows: customer: " + rows.customer().describe());
        table.remark("rows: deal: " + rows.deal().describe());
        table.remark("rows: order: " + rows.order().describe());
    }

    private void write(BenchOperations.Results ours, BenchOperations.Rows rows, PlainJdbc plain, JsonNode pipeline)
            throws Exception {
        Load.Measured customer =
                plain.measure(size.reads(), (c, n) -> PlainReads.customer(c, customers.get(n % customers.size())));
        Load.Measured list = plain.measure(size.largeReads(), (c, n) -> PlainReads.list(c));
        Load.Measured board = plain.measure(size.largeReads(), (c, n) -> PlainReads.board(c, pipeline));
        table.atMost("one customer read", ours.customerRead(), Optional.of(customer), 0.4);
        table.atMost("list of 50 customers", ours.customerList(), Optional.of(list), 1);
        table.atMostTimes("board, first page of " + size.deals() + " deals", ours.board(), board, 3);
        Load.Measured newCustomer =
                plain.measure(size.writes(), (c, n) -> rows.customer().run(c));
        Load.Measured newDeal =
                plain.measure(size.writes(), (c, n) -> rows.deal().run(c));
        Load.Measured newOrder =
                plain.measure(size.writes(), (c, n) -> rows.order().run(c));
        table.atMostTimes("customer created", ours.customerCreated(), newCustomer, 2.5);
        table.atMostTimes("deal created", ours.dealCreated(), newDeal, 2.5);
        table.atMostTimes("order created: message taken and processed", ours.order(), newOrder, 2.5);
        table.atLeast("  of it: the message taken (webhook intake)", ours.intake(), 300);
        table.stated("  of it: the message processed to an order", ours.processed());
        table.atMost("event of a paid order consumed by the board", ours.paidConsumed(), Optional.empty(), 0.5);
        table.atMost("event of an unpaid order consumed: a deal", ours.unpaidConsumed(), Optional.empty(), 0.5);
    }
}
