package io.kontor.connector.internal;

import io.kontor.settings.Setting;

/**
 * The module's business settings.
 *
 * @param checkMinutes how often a shop that sends messages is asked all the same whether something was missed
 */
public record ConnectorSettings(
        @Setting(unit = Setting.Unit.MINUTES, least = 1, most = 1440)
        int checkMinutes) {

    public ConnectorSettings() {
        this(15);
    }
}
