package io.kontor.connector.internal;

import io.kontor.testkit.ModuleRules;

class ConnectorRulesTest extends ModuleRules {

    ConnectorRulesTest() {
        super("connector", "customer", "catalog", "order");
    }
}
