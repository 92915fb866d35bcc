package io.kontor.it.samples;

import com.fasterxml.jackson.core.JsonParser;
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
    private final List<SampleDelivery> relayed;
    private final List<JsonNode> answers;

    private SampleDeliveries(Path folder) throws IOException {
        signed = read(folder.resolve("signed-deliveries"));
        live = read(folder.resolve("live"));
        relayed = relayed(folder.resolve("webhook-samples-hookdeck"));
        answers = answers(List.of(folder.resolve("rest-docs-v3"), folder.resolve("live")));
    }

    /** The samples, if they are at hand: looked for upwards from the working directory. */
    public static Optional<SampleDeliveries> find() throws IOException {
        Optional<Path> folder = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(parent -> parent.resolve("shared/samples/woocommerce"))
                .filter(Files::isDirectory)
                .findFirst();
        return folder.isPresent() ? Optional.of(new SampleDeliveries(folder.get())) : Optional.empty();
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static List<SampleDelivery> read(Path folder) throws IOException {
        List<SampleDelivery> deliveries = new ArrayList<>();
        for (Path file : files(folder, ".txt")) {
            deliveries.add(SampleDelivery.parse(file.getFileName().toString(), Files.readAllBytes(file)));
        }
        return List.copyOf(deliveries);
    }

    private static List<SampleDelivery> relayed(Path folder) throws IOException {
        List<SampleDelivery> deliveries = new ArrayList<>();
        for (Path file : files(folder, ".json")) {
            JsonNode request = JSON.readTree(file.toFile());
            deliveries.add(SampleDelivery.relayed(
                    file.getFileName().toString(),
                    request.path("headers"),
                    JSON.writeValueAsBytes(request.path("body"))));
        }
        return List.copyOf(deliveries);
    }

    /** A recorded answer may be followed by the shop's log; only the first document counts. */
    private static List<JsonNode> answers(List<Path> folders) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        for (Path folder : folders) {
            for (Path file : files(folder, ".json")) {
                try (JsonParser parser = JSON.createParser(file.toFile())) {
                    JsonNode body = JSON.readTree(parser);
                    (body.isArray() ? body : List.of(body)).forEach(documents::add);
                }
            }
        }
        return List.copyOf(documents);
    }

    /** Constructed deliveries with valid signatures, oddities and one ping included, in the order of their files. */
    public List<SampleDelivery> signed() {
        return signed;
    }

    /** Deliveries recorded from a running shop, a ping included, in the order in which they came. */
    public List<SampleDelivery> live() {
        return live;
    }

    /** Deliveries that a relay recorded as JSON: of coupons and products, signed with a secret that nobody knows. */
    public List<SampleDelivery> relayed() {
        return relayed;
    }

    /** All of them as ONE shop with this secret would have sent them. */
    public List<SampleDelivery> all(String secret) {
        return Stream.of(signed, live, relayed)
                .flatMap(List::stream)
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

    /**
     * The documents of recorded and documented REST answers, one per id.
     *
     * @param resource {@code order}, {@code product} or {@code customer}
     */
    public Collection<JsonNode> answered(String resource) {
        Map<Long, JsonNode> byId = new LinkedHashMap<>();
        answers.stream()
                .filter(document -> isDocument(resource, document))
                .forEach(document -> byId.merge(document.path("id").asLong(), document, SampleDeliveries::newer));
        return byId.values();
    }

    private static boolean isDocument(String resource, JsonNode body) {
        List<String> own = switch (resource) {
            case "order" -> List.of("line_items", "number");
            case "product" -> List.of("sku", "name", "date_modified");
            default -> List.of("username", "is_paying_customer");
        };
        return body.path("id").asLong() > 0 && own.stream().allMatch(body::has);
    }

    private static JsonNode newer(JsonNode one, JsonNode other) {
        return modified(one).compareTo(modified(other)) > 0 ? one : other;
    }

    private static String modified(JsonNode document) {
        return document.path("date_modified_gmt")
                .asText(document.path("date_modified").asText(""));
    }

    /** Lets the shop's REST side hold what was answered over REST. */
    public void loadAnswersInto(FakeWooCommerce shop) {
        answered("customer").forEach(shop::loadCustomer);
        answered("product").forEach(shop::loadProduct);
        answered("order").forEach(shop::loadOrder);
    }

    /** Lets the shop's REST side hold what the deliveries tell of. */
    public void loadInto(FakeWooCommerce shop) throws IOException {
        newest("customer").forEach(shop::loadCustomer);
        newest("product").forEach(shop::loadProduct);
        newest("order").forEach(shop::loadOrder);
    }
}
