package io.kontor.fake.woocommerce;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented people with invented carts; the same seed invents the same. No two share an e-mail or a phone. */
final class Shoppers {
    static final List<ProductDraft> PRODUCTS = List.of(
            goods("Enamel teapot 1.2 l", "TEA-POT-12", "39.90"),
            goods("Чайник эмалированный 2 л", "TEA-POT-20", "49.50"),
            goods("Green tea Sencha 250 g", "TEA-SEN-250", "14.80"),
            goods("Earl Grey 100 g", "TEA-EG-100", "7.95"),
            goods("Kaffeemühle aus Buche", "COF-MILL-1", "64.00"),
            goods("Handgefilterter Röstkaffee 500 g", "COF-ROA-500", "16.40"),
            goods("Tasse “Hafen”", "CUP-HAF", "12.00"),
            goods("Théière en fonte", "TEA-CAST-08", "89.00"),
            goods("Linen tablecloth 140 × 220", "LIN-140220", "74.99"),
            goods("Beeswax candle", "CAN-BEE", "9.30"),
            goods("Oak cutting board", "OAK-BRD", "42.00"),
            goods("Kubek ceramiczny", "CUP-CER-PL", "10.50"),
            software("Kanban board for shops, 1 year", "MOD-KANBAN-1Y", "120.00"),
            software("Barcode labels module", "MOD-LABELS", "59.00"),
            software("Gift wrapping module", "MOD-GIFT", "35.00"));

    private static final int PHONE_STEP = 7919;
    private static final int PHONES = 1_000_000;
    private static final int RESERVED = 100_000;
    private static final List<String> MAIL_HOSTS = List.of("example.com", "example.org", "example.net", "mail.example");
    private final Random random;
    private int known;

    Shoppers(long seed) {
        this(seed, 0);
    }

    private Shoppers(long seed, int known) {
        this.random = new Random(seed);
        this.known = known;
    }

    /** Others of another seed, who share no number with those who were here. */
    Shoppers likewise(long seed) {
        int offset = known;
        known += RESERVED;
        return new Shoppers(seed, offset);
    }

    private static ProductDraft goods(String name, String sku, String price) {
        return ProductDraft.of(name, sku, price);
    }

    private static ProductDraft software(String name, String sku, String price) {
        return new ProductDraft(name, sku, new BigDecimal(price), true, -1, List.of());
    }

    /** Somebody who was never here before. */
    Address next() {
        int number = ++known;
        Country country = any(Country.ALL);
        String first = any(country.first());
        String last = any(country.last());
        String[] city = any(country.cities()).split("/", -1);
        String email = Country.ascii(first) + "." + Country.ascii(last) + number + "@" + any(MAIL_HOSTS);
        return new Address(
                Country.shown(first),
                Country.shown(last),
                random.nextInt(8) == 0 ? Country.shown(last) + " & Co" : "",
                country.street().formatted(1 + random.nextInt(180)),
                "",
                city[0],
                city[2],
                city[1],
                country.code(),
                email,
                digits(country.phone(), number));
    }

    /** The same person on another day: the phone in national notation, the e-mail with capitals. */
    Address today(Address person) {
        Country country = Country.ALL.stream()
                .filter(c -> c.code().equals(person.country()))
                .findFirst()
                .orElseThrow();
        int number = number(person);
        String email = random.nextInt(12) == 0
                ? Character.toUpperCase(person.email().charAt(0))
                        + person.email().substring(1)
                : person.email();
        return random.nextInt(3) == 0
                ? person.written(email, digits(country.national(), number))
                : person.written(email, person.phone());
    }

    /** The number is part of the e-mail, behind the last letter before the at sign. */
    private static int number(Address person) {
        String local = person.email().substring(0, person.email().indexOf('@'));
        return Integer.parseInt(local.replaceFirst("^\\D+", ""));
    }

    private static String digits(String pattern, int number) {
        int places = (int) pattern.chars().filter(c -> c == '#').count();
        long value = ((long) number * PHONE_STEP + 123_457) % PHONES;
        String text = String.format("%0" + places + "d", value);
        StringBuilder phone = new StringBuilder();
        int next = 0;
        for (char c : pattern.toCharArray()) {
            phone.append(c == '#' ? text.charAt(next++) : c);
        }
        return phone.toString();
    }

    /** One to four lines, now and then with shipping, tax, a fee or a coupon. */
    OrderDraft fill(OrderDraft cart, List<Long> products) {
        OrderDraft filled = cart;
        List<Long> left = new ArrayList<>(products);
        int lines = 1 + random.nextInt(4);
        for (int i = 0; i < lines && !left.isEmpty(); i++) {
            filled = filled.item(left.remove(random.nextInt(left.size())), 1 + random.nextInt(3));
        }
        BigDecimal tax = random.nextInt(3) > 0 ? new BigDecimal("19") : BigDecimal.ZERO;
        BigDecimal delivery = random.nextInt(4) > 0 ? new BigDecimal("4.90") : BigDecimal.ZERO;
        BigDecimal fee = random.nextInt(15) == 0 ? new BigDecimal("2.50") : BigDecimal.ZERO;
        BigDecimal coupon = random.nextInt(10) == 0 ? new BigDecimal("5.00") : BigDecimal.ZERO;
        return filled.extras(tax, delivery, fee, coupon);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    Random random() {
        return random;
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
