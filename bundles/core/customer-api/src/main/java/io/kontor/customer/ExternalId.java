package io.kontor.customer;

/**
 * What a foreign system calls a record; unique in the database over all three parts.
 *
 * @param account where it comes from
 * @param type the foreign system's word for the type of record, for example {@code customer}
 * @param id the foreign identifier, compared byte by byte
 */
public record ExternalId(SourceAccountId account, String type, String id) {}
