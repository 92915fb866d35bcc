package io.kontor.pipeline.internal;

import io.kontor.testkit.ModuleRules;

class PipelineRulesTest extends ModuleRules {

    PipelineRulesTest() {
        super("pipeline", "customer", "order", "seller");
    }
}
