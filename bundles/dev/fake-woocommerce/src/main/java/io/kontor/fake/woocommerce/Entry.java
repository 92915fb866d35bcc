package io.kontor.fake.woocommerce;

import java.time.Instant;

/**
 * One stored document with what lists are sorted and filtered by.
 *
 * @param customer the customer of an order, else 0
 * @param label what names it: user name, title or order number
 * @param email of the customer or of the billing address
 * @param json the document exactly as it is served
 */
record Entry(
        long id,
        Instant created,
        Instant modified,
        String status,
        long customer,
        String label,
        String email,
        byte[] json) {}
