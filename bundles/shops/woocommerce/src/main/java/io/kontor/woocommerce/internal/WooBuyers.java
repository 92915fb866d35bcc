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
 * <p>The shop knows a registered customer by the address of the account, which no two of them share, and a guest by the
 * address of his orders: its mails go there, and it gives a guest's orders to the account with the same address. The
 * billing address of a registered customer is only typed: colleagues share it, and it proves nothing. A company that a
 * buyer typed into the form only stands in the address: it does not make another customer of the same person.
 */
final class WooBuyers {

    /** Nobody but his address tells who a guest is. */
    private static final String GUEST = "guest";
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

    /**
     * Who placed the order.
     *
     * @param accountEmail the address of the buyer's account, where it was asked for
     */
    ShopCustomer buyer(String order, Instant placedAt, Optional<String> accountEmail) {
        Optional<String> typed = email(billing);
        Optional<ShopCustomer.Key> account =
                fields.id("customer_id").map(id -> new ShopCustomer.Key(ShopResource.CUSTOMER.word(), id));
        if (account.isPresent()) {
            return person(account.get(), emails(accountEmail, typed), Lifecycle.PROSPECT, placedAt);
        }
        ShopCustomer.Key key = typed.map(email -> new ShopCustomer.Key(GUEST, mark(email)))
                .orElseGet(() -> new ShopCustomer.Key(NAMELESS, order));
        return person(key, emails(typed, Optional.empty()), Lifecycle.PROSPECT, placedAt);
    }

    /** The same for every notation, of bounded length, and it tells nobody the address. */
    private static String mark(String email) {
        return WooMapper.digest(WooMapper.utf8(email.strip().toLowerCase(Locale.ROOT)));
    }

    /** A registered customer. */
    ShopCustomer customer() {
        String id = fields.id("id").orElseThrow(() -> new Unreadable("the document has no id"));
        if (!fields.node().has("email") && !fields.node().has("billing")) {
            throw new Unreadable("the document is no customer");
        }
        boolean paying = fields.flag("is_paying_customer");
        return person(
                new ShopCustomer.Key(ShopResource.CUSTOMER.word(), id),
                emails(email(fields), email(billing)),
                paying ? Lifecycle.CUSTOMER : Lifecycle.PROSPECT,
                fields.moment("date_created").orElse(Instant.EPOCH));
    }

    private ShopCustomer person(
            ShopCustomer.Key key, List<ShopCustomer.Email> emails, Lifecycle lifecycle, Instant since) {
        Optional<String> given = name("first_name");
        Optional<String> family = name("last_name");
        boolean named = given.isPresent() || family.isPresent();
        return new ShopCustomer(
                Optional.of(key),
                named ? Optional.empty() : billing.words("company"),
                given,
                family,
                Optional.empty(),
                emails,
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

    /** The address that the shop knows the customer by, and another one that was typed. */
    private static List<ShopCustomer.Email> emails(Optional<String> known, Optional<String> typed) {
        return Stream.concat(
                        known.map(email -> new ShopCustomer.Email(email, true)).stream(),
                        typed
                                .filter(email ->
                                        known.filter(email::equalsIgnoreCase).isEmpty())
                                .map(email -> new ShopCustomer.Email(email, false))
                                .stream())
                .toList();
    }

    private static Optional<String> email(WooFields part) {
        return part.text("email").filter(email -> email.contains("@"));
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
