package io.kontor.seller.internal;

import io.kontor.testkit.ModuleRules;

class SellerRulesTest extends ModuleRules {

    SellerRulesTest() {
        super("seller");
    }
}
