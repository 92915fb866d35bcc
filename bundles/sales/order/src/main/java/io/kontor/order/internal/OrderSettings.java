package io.kontor.order.internal;

import io.kontor.settings.Setting;

/**
 * The module's business settings.
 *
 * @param failedPaymentDays a failed payment needs attention for so many days after its order was placed
 */
public record OrderSettings(
        @Setting(unit = Setting.Unit.DAYS, least = 1, most = 365)
        int failedPaymentDays) {

    public OrderSettings() {
        this(14);
    }
}
