package io.kontor.it.bench;

import io.kontor.it.bench.FreshValues.Replacements;
import io.kontor.it.bench.Tape.Execution;
import io.kontor.it.bench.Tape.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Does by plain JDBC what is on a tape: results are read wholly, and a write that reaches no row is a failure. */
final class Replay {

    private final Map<String, int[]> columnTypes = new ConcurrentHashMap<>();

    /**
     * The connection commits by itself outside the transactions of the tape, as the product's own do.
     *
     * @return how many rows it has read
     */
    int run(Connection connection, Tape tape, Replacements replacements) throws SQLException {
        int rows = 0;
        for (Step step : tape.steps()) {
            if (step instanceof Execution execution) {
                rows += execute(connection, execution, replacements);
            } else {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(step.sql());
                }
            }
        }
        return rows;
    }

    private int execute(Connection connection, Execution execution, Replacements replacements) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(execution.sql())) {
            if (execution.rows().size() > 1) {
                for (List<@Nullable Object> row : execution.rows()) {
                    bind(statement, row, replacements);
                    statement.addBatch();
                }
                for (int count : statement.executeBatch()) {
                    requireSome(execution, count);
                }
                return 0;
            }
            bind(statement, execution.rows().get(0), replacements);
            if (execution.reads()) {
                return fetch(statement, execution.sql());
            }
            requireSome(execution, statement.executeUpdate());
            return 0;
        }
    }

    private static void bind(PreparedStatement statement, List<@Nullable Object> row, Replacements replacements)
            throws SQLException {
        for (int i = 0; i < row.size(); i++) {
            Object value = replacements.instead(row.get(i));
            if (value == null) {
                statement.setNull(i + 1, Types.NULL);
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    /** Only a deletion may have nothing to do. */
    private static void requireSome(Execution execution, int count) {
        if (count == 0 && !execution.verb().equals("delete")) {
            throw new IllegalStateException("This reached a row when it was recorded, and none now: " + execution);
        }
    }

    private int fetch(PreparedStatement statement, String sql) throws SQLException {
        try (ResultSet found = statement.executeQuery()) {
            int[] types = columnTypes.get(sql);
            if (types == null) {
                types = columnTypes(found.getMetaData());
                columnTypes.put(sql, types);
            }
            int rows = 0;
            for (; found.next(); rows++) {
                for (int i = 0; i < types.length; i++) {
                    if (types[i] == Types.TIMESTAMP) {
                        found.getObject(i + 1, LocalDateTime.class);
                    } else {
                        found.getObject(i + 1);
                    }
                }
            }
            return rows;
        }
    }

    private static int[] columnTypes(ResultSetMetaData described) throws SQLException {
        int[] types = new int[described.getColumnCount()];
        for (int i = 0; i < types.length; i++) {
            types[i] = described.getColumnType(i + 1);
        }
        return types;
    }
}
