package io.kontor.demo.internal;

import java.time.Duration;
import java.util.List;

/** The courses that an order takes after the checkout; the weight says how common each is. */
enum Course {
    PAID_AT_ONCE(26, "processing", step(26, Deed.COMPLETE)),
    PAID_LATER(11, "pending", step(7, Deed.PAY), step(33, Deed.COMPLETE)),
    BANK_TRANSFER(13, "on-hold", step(52, Deed.PAY), step(76, Deed.COMPLETE)),
    ON_ACCOUNT(14, "on-hold", step(24 * 12, Deed.PAY), step(24 * 13, Deed.COMPLETE)),
    FAILED_THEN_PAID(6, "pending", step(1, Deed.FAIL), step(25, Deed.PAY), step(49, Deed.COMPLETE)),
    FAILED(7, "pending", step(1, Deed.FAIL)),
    CALLED_OFF(6, "pending", step(30, Deed.CANCEL)),
    NEVER_PAID(11, "pending", step(24 * 24, Deed.CANCEL)),
    SENT_BACK(3, "processing", step(25, Deed.COMPLETE), step(24 * 8, Deed.REFUND_ALL)),
    DAMAGED(3, "processing", step(28, Deed.COMPLETE), step(24 * 5, Deed.REFUND_PART));

    /** What happens to an order. */
    enum Deed {
        PAY,
        COMPLETE,
        FAIL,
        CANCEL,
        REFUND_ALL,
        REFUND_PART
    }

    /** A deed and how long after the checkout it happens. */
    record Step(Duration after, Deed deed) {}

    private final int weight;
    private final String checkout;
    private final List<Step> steps;

    Course(int weight, String checkout, Step... steps) {
        this.weight = weight;
        this.checkout = checkout;
        this.steps = List.of(steps);
    }

    private static Step step(int hours, Deed deed) {
        return new Step(Duration.ofHours(hours), deed);
    }

    /** The shop's status right after the checkout. */
    String checkout() {
        return checkout;
    }

    List<Step> steps() {
        return steps;
    }

    /** The course at a place of the weights laid side by side, 0 to 99. */
    static Course at(int place) {
        int left = place;
        for (Course course : values()) {
            left -= course.weight;
            if (left < 0) {
                return course;
            }
        }
        throw new IllegalArgumentException("The weights end before " + place);
    }
}
