package io.kontor.pipeline.internal;

/**
 * The module's business settings.
 *
 * @param language BCP 47 tag of the language that stages and deals are named in
 */
public record PipelineSettings(String language) {
    public PipelineSettings() {
        this("en");
    }
}
