package io.kontor.pipeline.internal;

import io.kontor.access.SetupAnswers;
import io.kontor.access.SetupStep;
import io.kontor.settings.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives a new workspace its first pipeline, with stages named in the workspace's language. */
@Component
public final class PipelineSetup implements SetupStep {
    private final Settings settings;
    private final PipelineService pipelines;

    @Activate
    public PipelineSetup(@Reference Settings settings, @Reference PipelineService pipelines) {
        this.settings = settings;
        this.pipelines = pipelines;
    }

    @Override
    public void apply(SetupAnswers answers) {
        settings.put("pipeline", new PipelineSettings().in(answers.locale().toLanguageTag()));
        pipelines.setUp(answers.locale());
    }
}
