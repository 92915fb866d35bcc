package io.kontor.woocommerce.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.connector.ShopCustomer;
import io.kontor.connector.ShopOrder;
import io.kontor.customer.Identity;
import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.UserId;
import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WooOrdersTest {

    @ParameterizedTest
    @CsvSource({
        "pending, false, OPEN, UNPAID",
        "on-hold, false, OPEN, UNPAID",
        "failed, false, OPEN, FAILED",
        "processing, true, OPEN, PAID",
        "processing, false, OPEN, PAID",
        "completed, false, COMPLETED, PAID",
        "cancelled, false, CANCELLED, UNPAID",
        "trash, true, CANCELLED, PAID",
        "refunded, true, COMPLETED, REFUNDED",
        "awaiting-pickup, true, OPEN, PAID",
        "awaiting-pickup, false, OPEN, UNPAID"
    })
    void theShopsWordDecidesStateAndPayment(String word, boolean paid, OrderState state, PaymentState payment) {
        ObjectNode order = Documents.order().put("status", word);
        if (!paid) {
            order.putNull("date_paid_gmt");
        }
        ShopOrder read = Documents.read(order);
        assertEquals(List.of(state, payment, word), List.of(read.state(), read.payment(), read.foreignState()));
    }

    @Test
    void amountsAreExactInCurrenciesOfNoAndOfThreeDecimals() {
        ShopOrder yen = Documents.read(Documents.order().put("currency", "JPY").put("total", "1200"));
        ShopOrder dinar =
                Documents.read(Documents.order().put("currency", "kwd").put("total", "1.234"));
        assertEquals(1200, yen.totals().total().minor());
        assertEquals(1234, dinar.totals().total().minor());
    }

    @Test
    void aTotalMayBeANumberAndNegative() {
        ShopOrder read = Documents.read(Documents.order().put("total", new BigDecimal("-12.5")));
        assertEquals(-1250, read.totals().total().minor());
    }

    @Test
    void aPriceThatTheShopComputedInFloatingPointIsRoundedToSixDecimals() {
        ShopOrder read = Documents.read(Documents.order());
        assertEquals(
                0, new BigDecimal("31.666667").compareTo(read.lines().get(0).unitPrice()));
        assertEquals("Tea – black", read.lines().get(0).name());
        assertEquals(Optional.of("6"), read.lines().get(0).productExternalId());
    }

    @Test
    void aDeletedProductLeavesALineWithoutOne() {
        ObjectNode order = Documents.order();
        ((ObjectNode) order.path("line_items").path(0))
                .put("product_id", 0)
                .put("variation_id", 0)
                .putNull("sku");
        assertEquals(Optional.empty(), Documents.read(order).lines().get(0).productExternalId());
    }

    @Test
    void quantitiesMayBeTextOrFractions() {
        ObjectNode order = Documents.order();
        ((ObjectNode) order.path("line_items").path(0)).put("quantity", "1.5");
        assertEquals(
                0,
                new BigDecimal("1.5")
                        .compareTo(Documents.read(order).lines().get(0).quantity()));
    }

    @Test
    void localDatesAreReadInTheShopsZoneAcrossTheChangeOfClocks() {
        ObjectNode order = Documents.order();
        order.remove(List.of("date_created_gmt", "date_modified_gmt", "date_paid_gmt"));
        order.put("date_created", "2026-03-29T01:30:00").put("date_modified", "2026-03-29T03:30:00");
        ShopOrder read = Documents.read(order);
        assertEquals(Instant.parse("2026-03-29T00:30:00Z"), read.placedAt());
        assertEquals(Instant.parse("2026-03-29T01:30:00Z"), read.changedAt());
    }

    @Test
    void aThousandLinesAreKept() {
        ObjectNode order = Documents.order();
        ArrayNode lines = order.putArray("line_items");
        for (int i = 0; i < 1000; i++) {
            lines.addObject()
                    .put("id", i + 1)
                    .put("name", "x")
                    .put("quantity", 1)
                    .put("total", "0.00");
        }
        assertEquals(1001, Documents.read(order).lines().size());
    }

    @Test
    void shortRefundsAreTakenAsPositiveAmountsAndAskForMore() {
        ObjectNode order = Documents.order().put("status", "completed");
        order.putArray("refunds").addObject().put("id", 9).put("reason", "").put("total", "-19.00");
        ShopOrder read = Documents.read(order);
        assertEquals(1900, read.refunded().minor());
        assertEquals(PaymentState.PARTIALLY_REFUNDED, read.payment());
        assertTrue(!read.refundsComplete());
    }

    @Test
    void theListOfRefundsSaysWhenAndWhy() {
        ObjectNode order = Documents.order();
        order.putArray("refunds").addObject().put("id", 9).put("total", "-19.00");
        ShopOrder read = Documents.MAPPER
                .order(order, new WooOrders.Beside(Optional.of(Documents.json("""
                                [{"id": 9, "amount": "19.00", "reason": "Sold out",
                                  "date_created_gmt": "2026-04-01T10:00:00"}]
                                """)), Optional.empty()))
                .fold(value -> value, rejected -> {
                    throw new AssertionError(rejected.reason());
                });
        assertEquals(Optional.of("Sold out"), read.refunds().get(0).reason());
        assertEquals(
                Optional.of(Instant.parse("2026-04-01T10:00:00Z")),
                read.refunds().get(0).at());
        assertTrue(read.refundsComplete());
    }

    @Test
    void anOrderWithoutAnybodyIsTheSameNobodyWhenItComesAgain() {
        ObjectNode order = Documents.order().put("customer_id", 0);
        order.putObject("billing");
        ShopOrder read = Documents.read(order);
        assertEquals("buyer-of-order", read.buyer().key().orElseThrow().type());
        assertEquals("41", read.buyer().key().orElseThrow().id());
    }

    @Test
    void aGuestIsKnownByHisEmailInAnyNotationAndACompanyOnlyStandsInTheAddress() {
        ShopCustomer guest =
                Documents.read(Documents.order().put("customer_id", "0")).buyer();
        assertEquals("guest", guest.key().orElseThrow().type());
        assertEquals(List.of(new ShopCustomer.Email("ada@example.com", true)), guest.emails());
        assertEquals(Optional.empty(), guest.company());
        assertEquals("Engines Ltd", guest.addresses().get(0).lines().get(0));
        ObjectNode loud = Documents.order().put("customer_id", 0);
        ((ObjectNode) loud.path("billing")).put("email", " ADA@Example.com ");
        assertEquals(guest.key(), Documents.read(loud).buyer().key());
    }

    @Test
    void whatARegisteredBuyerTypedProvesNothing() {
        ShopCustomer buyer = Documents.read(Documents.order()).buyer();
        assertEquals(new ShopCustomer.Key("customer", "7"), buyer.key().orElseThrow());
        assertEquals(List.of(new ShopCustomer.Email("ada@example.com", false)), buyer.emails());
        assertFalse(buyer.identity(new SourceAccountId(new UUID(0, 1))).emailsVerified());
    }

    @Test
    void theAddressOfTheAccountCountsAndTheTypedOneIsOnlyKept() {
        ShopCustomer customer = Documents.MAPPER.customer(Documents.json("""
                        {"id": 7, "email": "ada@home.example", "first_name": "Ada",
                         "billing": {"email": "office@example.com"}}
                        """)).fold(value -> value, rejected -> {
            throw new AssertionError(rejected.reason());
        });
        Identity identity = customer.identity(new SourceAccountId(new UUID(0, 1)));
        assertTrue(identity.emailsVerified());
        assertEquals(List.of("ada@home.example"), identity.emails());
        assertEquals(
                List.of("ada@home.example", "office@example.com"),
                customer.newcomer(new UserId(new UUID(0, 2)), "woocommerce").emails());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id | The document has no id",
                "status | The order has no status",
                "currency | The order has no currency",
                "total | The order has no total",
                "date_created_gmt | The order has no date"
            })
    void whatCannotBeMissingIsSetAsideWithItsReason(String field, String reason) {
        ObjectNode order = Documents.order();
        order.remove(field);
        assertEquals(reason, Documents.reason(order));
    }

    @Test
    void unknownCurrenciesAndAmountsThatAreNoneAreSetAside() {
        assertEquals(
                "The currency DOGE is not in ISO 4217",
                Documents.reason(Documents.order().put("currency", "doge")));
        assertEquals(
                "The field total is no number",
                Documents.reason(Documents.order().put("total", "12,50 EUR")));
        assertEquals(
                "An amount is too large to be one",
                Documents.reason(Documents.order().put("total", "99999999999999999999999")));
        assertEquals(
                "The field total is no number",
                Documents.reason(Documents.order().put("total", "1e999999999")));
    }
}
