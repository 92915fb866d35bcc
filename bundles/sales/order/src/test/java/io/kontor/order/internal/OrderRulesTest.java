package io.kontor.order.internal;

import io.kontor.testkit.ModuleRules;

class OrderRulesTest extends ModuleRules {

    OrderRulesTest() {
        super("order", "customer", "seller");
    }
}
