package io.kontor.modules.internal;

import io.kontor.testkit.ModuleRules;

class ModulesRulesTest extends ModuleRules {

    ModulesRulesTest() {
        super("modules", "telemetry");
    }
}
