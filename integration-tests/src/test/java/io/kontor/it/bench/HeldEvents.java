package io.kontor.it.bench;

import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.Callable;

/**
 * Holds the row by which events get their positions: what is committed meanwhile waits for its consumers, so that an
 * operation and what follows from it can be measured apart.
 */
final class HeldEvents {

    private HeldEvents() {}

    /** Does something while no event gets a position. */
    static <T> T during(BenchProduct product, Callable<T> work) throws Exception {
        try (Connection control = product.database(BenchProduct.CONTROL);
                Statement statement = control.createStatement()) {
            control.setAutoCommit(false);
            statement.execute("set innodb_lock_wait_timeout = 60");
            statement
                    .executeQuery("select last_position from events_sequence where id = 1 for update")
                    .close();
            try {
                return work.call();
            } finally {
                control.rollback();
            }
        }
    }
}
