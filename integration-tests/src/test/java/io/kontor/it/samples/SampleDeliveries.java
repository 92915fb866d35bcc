package io.kontor.it.samples;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Real and constructed deliveries of WooCommerce shops, read from {@code shared/samples/woocommerce} beside the checkout.
 * They are test inputs and no part of the repository: a test asks {@link #find()} and is skipped, and says so, where the
 * folder is absent.
 */
public final class SampleDeliveries {
    /** The secret of {@link #signed()}. */
    public static final String SIGNED_SECRET = "woo-test-secret";

    /** The secret of {@link #live()}. */
    public static final String LIVE_SECRET = "s3cr3t";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private final List<SampleDelivery> signed;
    private final List<SampleDelivery> live;

    private SampleDeliveries(Path folder) throws IOException {
        signed = read(folder.resolve("signed-deliveries"));
        live = read(folder.resolve("live"));
    }

    /** The samples, if they are at hand: looked for upwards from the working directory. */
    public static Optional<SampleDeliveries> find() throws IOException {
        Optional<Path> folder = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(parent -> parent.resolve("shared/samples/woocommerce"))
                .filter(Files::isDirectory)
                .findFirst();
        return folder.isPresent() ? Optional.of(new SampleDeliveries(folder.get())) : Optional.empty();
    }

    private static List<SampleDelivery> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        List<SampleDelivery> deliveries = new ArrayList<>();
        for (Path file : files) {
            deliveries.add(SampleDelivery.parse(file.getFileName().toString(), Files.readAllBytes(file)));
        }
        return List.copyOf(deliveries);
    }

    /** Constructed deliveries with valid signatures, oddities and one ping included, in the order of their files. */
    public List<SampleDelivery> signed() {
        return signed;
    }

    /** Deliveries recorded from a running shop, a ping included, in the order in which they came. */
    public List<SampleDelivery> live() {
        return live;
    }

    /** All of them as ONE shop with this secret would have sent them. */
    public List<SampleDelivery> all(String secret) {
        return Stream.concat(signed.stream(), live.stream())
                .map(delivery -> delivery.signedWith(secret))
                .toList();
    }

    /**
     * The newest version of each document that was delivered alone; bodies that are lists, reports or errors are none.
     *
     * @param resource {@code order}, {@code product} or {@code customer}
     */
    public Collection<JsonNode> newest(String resource) throws IOException {
        Map<Long, JsonNode> byId = new LinkedHashMap<>();
        for (SampleDelivery delivery : all(SIGNED_SECRET)) {
            if (delivery.resource().filter(resource::equals).isPresent()) {
                JsonNode body = JSON.readTree(delivery.body());
                if (isDocument(resource, body)) {
                    byId.merge(body.path("id").asLong(), body, SampleDeliveries::newer);
                }
            }
        }
        return byId.values();
    }

    private static boolean isDocument(String resource, JsonNode body) {
        String own = switch (resource) {
            case "order" -> "line_items";
            case "product" -> "sku";
            default -> "username";
        };
        return body.path("id").asLong() > 0 && body.has(own);
    }

    private static JsonNode newer(JsonNode one, JsonNode other) {
        return modified(one).compareTo(modified(other)) > 0 ? one : other;
    }

    private static String modified(JsonNode document) {
        return document.path("date_modified_gmt")
                .asText(document.path("date_modified").asText(""));
    }

    /** Lets the shop's REST side hold what the deliveries tell of. */
    public void loadInto(FakeWooCommerce shop) throws IOException {
        newest("customer").forEach(shop::loadCustomer);
        newest("product").forEach(shop::loadProduct);
        newest("order").forEach(shop::loadOrder);
    }
}
