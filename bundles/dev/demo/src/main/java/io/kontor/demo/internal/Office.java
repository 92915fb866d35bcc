package io.kontor.demo.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import java.time.LocalDate;

/** The product, as the walk sees it: whoever works in it. */
interface Office {

    /** Connects the shop, and comes back when its messages reach us, or after a while anyway. */
    SourceAccountId connect(FakeWooCommerce shop);

    /** Waits until all that has arrived is worked off, but not for ever. */
    void settle();

    /** What the colleagues do at the end of a day. */
    void evening(SourceAccountId account, LocalDate today);
}
