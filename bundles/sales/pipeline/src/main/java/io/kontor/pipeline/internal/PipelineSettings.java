package io.kontor.pipeline.internal;

import io.kontor.settings.Setting;
import java.util.Optional;

/**
 * The module's business settings.
 *
 * @param language BCP 47 tag of the language that new stages and order-made deals are named in
 * @param attentionDays an open deal without a next step needs attention after so many days in its stage
 * @param nextStepDays a new deal without a next step gets one in so many days; empty: it gets none
 */
public record PipelineSettings(
        @Setting(choices = {"en", "ru", "de"}) String language,
        @Setting(unit = Setting.Unit.DAYS, most = 365) int attentionDays,
        @Setting(unit = Setting.Unit.DAYS, most = 365) Optional<Integer> nextStepDays) {

    public PipelineSettings() {
        this("en", 3, Optional.empty());
    }

    PipelineSettings in(String chosen) {
        return new PipelineSettings(chosen, attentionDays, nextStepDays);
    }
}
