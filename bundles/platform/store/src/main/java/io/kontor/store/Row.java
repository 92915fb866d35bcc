package io.kontor.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The current row of a query. The plain methods expect a value; the {@code optional…} ones accept SQL NULL. */
public interface Row {

    String string(String column);

    Optional<String> optionalString(String column);

    UUID uuid(String column);

    Optional<UUID> optionalUuid(String column);

    /** A DATETIME(6) column, read as UTC. */
    Instant instant(String column);

    Optional<Instant> optionalInstant(String column);

    LocalDate date(String column);

    Optional<LocalDate> optionalDate(String column);

    long number(String column);

    Optional<Long> optionalNumber(String column);

    int integer(String column);

    BigDecimal decimal(String column);

    Optional<BigDecimal> optionalDecimal(String column);

    boolean bool(String column);

    byte[] bytes(String column);

    /** A column that holds an enum constant's name. */
    <E extends Enum<E>> E enumeration(String column, Class<E> type);
}
