package io.kontor.catalog.internal;

import io.kontor.testkit.ModuleRules;

class CatalogRulesTest extends ModuleRules {

    CatalogRulesTest() {
        super("catalog", "customer", "seller");
    }
}
