package io.kontor.it.bench;

import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.ShopConfig;
import io.kontor.it.KontorDistribution;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures the plain distribution and writes the table; run by {@code ./kontor bench} alone. */
@Tag("bench")
class BenchTest {

    /** Also if it fails on the way: what has been measured until then is in it. */
    @Test
    void theTableIsWritten() throws Exception {
        BenchTable table = new BenchTable(ReferenceLoop.milliseconds());
        try (FakeWooCommerce shop = FakeWooCommerce.start(ShopConfig.local())) {
            measure(shop, table);
        } finally {
            String text = table.toString();
            System.out.println(text);
            Files.writeString(Path.of(System.getProperty("kontor.work")).resolveSibling("bench.txt"), text);
        }
    }

    private static void measure(FakeWooCommerce shop, BenchTable table) throws Exception {
        KontorDistribution kontor = KontorDistribution.untouched()
                .withSetting(
                        "io.kontor.connector.cfg",
                        "allowedPrivateTargets = 127.0.0.1:"
                                + URI.create(shop.url()).getPort())
                .withSetting("io.kontor.database.cfg", "options = " + GeneralLog.OPTIONS);
        kontor.unpackAndStart("bench");
        try {
            SignedOrders orders = SignedOrders.of(shop, BenchProduct.SECRET);
            new Bench(BenchProduct.setUp(kontor, shop), orders, BenchSize.ofProperties(), table).run();
        } finally {
            kontor.stopAndDelete();
        }
    }
}
