package io.kontor.woocommerce.internal;

import io.kontor.connector.ShopCustomer;
import io.kontor.connector.ShopResource;
import io.kontor.customer.Address;
import io.kontor.customer.Lifecycle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads who a document is about.
 *
 * <p>E-mails count as verified: the shop itself tells its customers apart by them, it sends its mails there, and it gives
 * a guest's orders to the account with the same address. A company that a buyer typed into the form only stands in the
 * address: it does not make another customer of the same person.
 */
final class WooBuyers {

    /** A buyer who left nothing to recognise him by is at least the same when his order comes again. */
    private static final String NAMELESS = "buyer-of-order";

    private final WooFields fields;
    private final WooFields billing;
    private final WooFields shipping;

    WooBuyers(WooFields fields) {
        this.fields = fields;
        this.billing = fields.at("billing");
        this.shipping = fields.at("shipping");
    }

    /** Who placed the order. */
    ShopCustomer buyer(String order, Instant placedAt) {
        List<String> emails = emails();
        Optional<ShopCustomer.Key> key = fields.id("customer_id")
                .map(id -> new ShopCustomer.Key(ShopResource.CUSTOMER.word(), id))
                .or(() -> emails.isEmpty() ? Optional.of(new ShopCustomer.Key(NAMELESS, order)) : Optional.empty());
        return person(key, emails, Lifecycle.PROSPECT, placedAt);
    }

    /** A registered customer. */
    ShopCustomer customer() {
        String id = fields.id("id").orElseThrow(() -> new Unreadable("the document has no id"));
        if (!fields.node().has("email") && !fields.node().has("billing")) {
            throw new Unreadable("the document is no customer");
        }
        boolean paying = fields.flag("is_paying_customer");
        return person(
                Optional.of(new ShopCustomer.Key(ShopResource.CUSTOMER.word(), id)),
                emails(),
                paying ? Lifecycle.CUSTOMER : Lifecycle.PROSPECT,
                fields.moment("date_created").orElse(Instant.EPOCH));
    }

    private ShopCustomer person(
            Optional<ShopCustomer.Key> key, List<String> emails, Lifecycle lifecycle, Instant since) {
        Optional<String> given = name("first_name");
        Optional<String> family = name("last_name");
        boolean named = given.isPresent() || family.isPresent();
        return new ShopCustomer(
                key,
                named ? Optional.empty() : billing.words("company"),
                given,
                family,
                Optional.empty(),
                emails,
                true,
                distinct(Stream.of(billing.text("phone"), shipping.text("phone"))),
                addresses(),
                country(billing).or(() -> country(shipping)),
                Optional.empty(),
                lifecycle,
                since);
    }

    private Optional<String> name(String part) {
        return fields.words(part).or(() -> billing.words(part)).or(() -> shipping.words(part));
    }

    private List<String> emails() {
        return distinct(Stream.of(fields.text("email"), billing.text("email"))).stream()
                .filter(email -> email.contains("@"))
                .toList();
    }

    private static List<String> distinct(Stream<Optional<String>> values) {
        return values.flatMap(Optional::stream).distinct().toList();
    }

    private List<Address> addresses() {
        List<Address> addresses = new ArrayList<>();
        address(billing, Address.Kind.BILLING).ifPresent(addresses::add);
        address(shipping, Address.Kind.SHIPPING).ifPresent(addresses::add);
        return addresses;
    }

    private static Optional<Address> address(WooFields part, Address.Kind kind) {
        List<String> lines = Stream.of("company", "address_1", "address_2")
                .flatMap(line -> part.words(line).stream())
                .toList();
        Address address = new Address(
                kind, lines, part.words("city"), part.words("state"), part.words("postcode"), country(part));
        boolean blank = lines.isEmpty()
                && address.city().isEmpty()
                && address.postcode().isEmpty()
                && address.country().isEmpty();
        return blank ? Optional.empty() : Optional.of(address);
    }

    private static Optional<String> country(WooFields part) {
        return part.text("country").map(code -> code.toUpperCase(Locale.ROOT)).filter(code -> code.matches("[A-Z]{2}"));
    }
}
