package io.kontor.woocommerce.internal;

import static io.kontor.order.OrderState.CANCELLED;
import static io.kontor.order.OrderState.COMPLETED;
import static io.kontor.order.OrderState.OPEN;
import static io.kontor.order.PaymentState.FAILED;
import static io.kontor.order.PaymentState.PAID;
import static io.kontor.order.PaymentState.REFUNDED;
import static io.kontor.order.PaymentState.UNPAID;

import io.kontor.order.OrderState;
import io.kontor.order.PaymentState;
import java.util.Set;

/** What the shop's word for an order's state means; a word that a plugin made up tells nothing but the date of payment. */
record WooStatus(OrderState state, PaymentState payment) {

    /** Not yet placed: the buyer is still filling in the form. */
    private static final Set<String> DRAFTS = Set.of("checkout-draft", "auto-draft");

    static boolean isDraft(String word) {
        return DRAFTS.contains(word);
    }

    /**
     * Reads the word.
     *
     * @param paid whether the shop names a date of payment
     */
    static WooStatus of(String word, boolean paid) {
        PaymentState byDate = paid ? PAID : UNPAID;
        return switch (word) {
            case "pending", "on-hold" -> new WooStatus(OPEN, UNPAID);
            case "failed" -> new WooStatus(OPEN, FAILED);
            case "processing" -> new WooStatus(OPEN, PAID);
            case "completed" -> new WooStatus(COMPLETED, PAID);
            case "refunded" -> new WooStatus(COMPLETED, REFUNDED);
            case "cancelled", "trash" -> new WooStatus(CANCELLED, byDate);
            default -> new WooStatus(OPEN, byDate);
        };
    }
}
