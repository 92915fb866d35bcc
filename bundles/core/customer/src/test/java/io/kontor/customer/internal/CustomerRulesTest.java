package io.kontor.customer.internal;

import io.kontor.testkit.ModuleRules;

class CustomerRulesTest extends ModuleRules {

    CustomerRulesTest() {
        super("customer");
    }
}
