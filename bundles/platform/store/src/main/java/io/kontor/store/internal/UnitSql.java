package io.kontor.store.internal;

import io.kontor.store.RowMapper;
import io.kontor.store.Sql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The statements of one module; what was parsed goes away with the module. */
final class UnitSql implements Sql {

    private final UnitConnections connections;
    private final String quotedControl;
    private final Map<String, StatementText> texts = new ConcurrentHashMap<>();

    UnitSql(UnitConnections connections, String quotedControl) {
        this.connections = connections;
        this.quotedControl = quotedControl;
    }

    @FunctionalInterface
    private interface Execution<T> {
        T on(PreparedStatement statement, PreparedText text) throws SQLException;
    }

    @Override
    public <T> List<T> list(String query, RowMapper<T> mapper, Object... parameters) {
        Object[] values = Parameters.spread(parameters);
        return execute(query, values, (statement, text) -> {
            Parameters.bind(statement, values);
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                ResultRow row = new ResultRow(result, text.columns(result));
                while (result.next()) {
                    rows.add(mapper.map(row));
                }
                return rows;
            }
        });
    }

    @Override
    public <T> Optional<T> one(String query, RowMapper<T> mapper, Object... parameters) {
        List<T> rows = list(query, mapper, parameters);
        if (rows.size() > 1) {
            throw new IllegalStateException("The query found " + rows.size() + " rows instead of one: " + query);
        }
        return rows.stream().findFirst();
    }

    @Override
    public int update(String statement, Object... parameters) {
        connections.refuseInRead();
        Object[] values = Parameters.spread(parameters);
        return execute(statement, values, (prepared, text) -> {
            Parameters.bind(prepared, values);
            return prepared.executeUpdate();
        });
    }

    @Override
    public int[] batch(String statement, List<Object[]> rows) {
        connections.refuseInRead();
        if (rows.isEmpty()) {
            return new int[0];
        }
        return execute(statement, rows.get(0), (prepared, text) -> {
            for (Object[] row : rows) {
                if (texts(statement).of(row) != text) {
                    throw new IllegalArgumentException("The rows of a batch cannot have collections: " + statement);
                }
                Parameters.bind(prepared, row);
                prepared.addBatch();
            }
            return prepared.executeBatch();
        });
    }

    private <T> T execute(String source, Object[] parameters, Execution<T> execution) {
        PreparedText text = texts(source).of(parameters);
        return connections.on(source, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(text.text())) {
                return execution.on(statement, text);
            }
        });
    }

    private StatementText texts(String source) {
        StatementText known = texts.get(source);
        return known != null
                ? known
                : texts.computeIfAbsent(source, statement -> StatementText.parse(statement, quotedControl));
    }
}
