package io.kontor.fake.woocommerce;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Opens a shop in a process of its own until the process is stopped. */
public final class Main {
    private static final String USAGE = """
            usage: java -jar kontor-fake-woocommerce.jar [options]
              --host <name>        address to listen on and to sign over (127.0.0.1)
              --port <n>           plain HTTP port (8181; 0 takes a free one)
              --tls-port <n>       HTTPS port with a generated certificate (none)
              --zone <id>          zone of the site-local dates (Europe/Berlin)
              --currency <code>    the shop's currency (EUR)
              --history <n>        invents n past orders
              --key <ck_…>         REST key (generated)
              --secret <cs_…>      REST secret (generated)
              --lenient            accepts callbacks over plain HTTP and any certificate
              --control            opens /_fake/ to drive the shop over HTTP
            """;
    private static final Set<String> SWITCHES = Set.of("lenient", "control", "help");
    private static final Set<String> VALUES =
            Set.of("host", "port", "tls-port", "zone", "currency", "history", "key", "secret");

    private Main() {}

    /** Reads the options, opens the shop and prints its address and keys. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Map<String, String> options;
        try {
            options = options(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(USAGE);
            System.exit(2);
            return;
        }
        if (options.containsKey("help")) {
            System.out.print(USAGE);
            return;
        }
        FakeWooCommerce shop = FakeWooCommerce.start(config(options));
        int orders = Integer.parseInt(options.getOrDefault("history", "0"));
        if (orders > 0) {
            shop.history(HistoryPlan.of(
                    orders, Math.max(1, orders * 3 / 5), shop.clock().second()));
        }
        System.out.println("url " + shop.url());
        shop.tlsUrl().ifPresent(url -> System.out.println("tls-url " + url));
        System.out.println("consumer-key " + shop.consumerKey());
        System.out.println("consumer-secret " + shop.consumerSecret());
        System.out.println("orders " + shop.truth().orders());
        System.out.println("ready");
        Thread.currentThread().join();
    }

    static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        List<String> left = new ArrayList<>(arguments);
        while (!left.isEmpty()) {
            String name = left.remove(0).replaceFirst("^--", "");
            if (SWITCHES.contains(name)) {
                options.put(name, "");
            } else if (VALUES.contains(name) && !left.isEmpty()) {
                options.put(name, left.remove(0));
            } else {
                throw new IllegalArgumentException("unknown option or missing value: --" + name);
            }
        }
        return options;
    }

    static ShopConfig config(Map<String, String> options) {
        ShopConfig config = ShopConfig.local()
                .at(options.getOrDefault("host", "127.0.0.1"), Integer.parseInt(options.getOrDefault("port", "8181")))
                .in(ZoneId.of(options.getOrDefault("zone", "Europe/Berlin")))
                .selling(options.getOrDefault("currency", "EUR"))
                .controlled(options.containsKey("control"));
        if (options.containsKey("key") && options.containsKey("secret")) {
            config = config.keyed(options.get("key"), options.get("secret"));
        }
        if (options.containsKey("tls-port")) {
            int port = Integer.parseInt(options.get("tls-port"));
            config = config.withTls(new ShopConfig.Tls(port, Optional.empty(), "changeit"));
        }
        return options.containsKey("lenient") ? config.lenient() : config;
    }
}
