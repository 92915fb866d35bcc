package io.kontor.store.internal;

import io.kontor.store.StoreException;
import io.kontor.store.UniqueViolation;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the error numbers of MariaDB mean to us. */
final class Failures {

    private static final int DUPLICATE_ENTRY = 1062;
    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    /** A row changed since the transaction's snapshot (innodb_snapshot_isolation). */
    private static final int ROW_CHANGED = 1020;

    private static final Pattern KEY = Pattern.compile("for key '(?:[^'.]*\\.)?([^']+)'");

    private Failures() {}

    /** The exception that callers get for a failed statement. */
    static RuntimeException of(SQLException failure, String statement) {
        if (failure.getErrorCode() == DUPLICATE_ENTRY) {
            return new UniqueViolation(key(failure), failure);
        }
        return new StoreException("The statement failed: " + firstLine(statement), failure);
    }

    /** As {@link #of(SQLException, String)} for what the entity manager throws; others are passed on. */
    static RuntimeException ofFlush(RuntimeException failure) {
        Optional<SQLException> cause = sqlCause(failure);
        if (cause.isPresent() && cause.get().getErrorCode() == DUPLICATE_ENTRY) {
            return new UniqueViolation(key(cause.get()), failure);
        }
        return failure;
    }

    /** Whether the same work may succeed when it is simply done again. */
    static boolean passing(Throwable failure) {
        return sqlCause(failure)
                .map(SQLException::getErrorCode)
                .filter(code -> code == DEADLOCK || code == LOCK_WAIT_TIMEOUT || code == ROW_CHANGED)
                .isPresent();
    }

    private static Optional<SQLException> sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static String key(SQLException failure) {
        Matcher matcher = KEY.matcher(String.valueOf(failure.getMessage()));
        return matcher.find() ? matcher.group(1) : "unique key";
    }

    private static String firstLine(String statement) {
        String text = statement.strip();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end) + " …";
    }
}
