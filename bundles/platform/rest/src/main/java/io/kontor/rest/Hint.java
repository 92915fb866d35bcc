package io.kontor.rest;

import java.util.UUID;

/**
 * Tells a browser that a record changed, so that it fetches what it shows; it holds nothing of the record.
 *
 * @param type the record's type, as in {@link io.kontor.kernel.ModuleDescriptor#records()}
 * @param id the record
 * @param version the place of the change in the order of all events; grows with every change of the record
 */
public record Hint(String type, UUID id, long version) {}
