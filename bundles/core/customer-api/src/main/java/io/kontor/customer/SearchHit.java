package io.kontor.customer;

import java.util.UUID;

/**
 * One record that the quick search found.
 *
 * @param type the record's type, for example {@code order}
 * @param id the record's identifier
 * @param title what to call it
 * @param subtitle what tells it from others, for example an e-mail or an amount; may be empty
 */
public record SearchHit(String type, UUID id, String title, String subtitle) {}
