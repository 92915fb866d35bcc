package io.kontor.backup.internal;

import io.kontor.kernel.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Writes a table's rows as INSERT statements, one per line, without ever holding more than some rows: the server makes
 * the literals. The same rows give the same bytes, so a digest of them tells whether two tables are equal.
 *
 * @param rows how many were written
 * @param content SHA-256 of what was written
 */
record TableRows(long rows, String content) {

    private static final int LINE_CHARACTERS = 256 * 1024;
    private static final int FETCH_BYTES = 1 << 20;
    private static final int FETCH_ROWS = 500;

    static TableRows copy(Connection connection, TableDefinition table, OutputStream out, Progress progress)
            throws SQLException {
        MessageDigest digest = Sha256.begin();
        OutputStream lines = new DigestOutputStream(out, digest);
        long rows = 0;
        StringBuilder line = new StringBuilder();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(Math.toIntExact(Math.max(
                    1, Math.min(FETCH_ROWS, FETCH_BYTES / Math.max(1, table.rowBytes())))));
            try (ResultSet row = statement.executeQuery(table.selectRows())) {
                while (row.next()) {
                    line.append(line.isEmpty() ? table.insert() : ",").append(values(row, table));
                    rows++;
                    if (line.length() >= LINE_CHARACTERS) {
                        write(line, lines);
                        progress.requireWanted();
                        progress.through(table, rows);
                    }
                }
            }
            write(line, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TableRows(rows, Digests.hex(digest));
    }

    private static String values(ResultSet row, TableDefinition table) throws SQLException {
        String values = row.getString(1);
        if (values == null) {
            throw new Trouble("A row of " + table.qualified() + " is longer as text than the database server sends at"
                    + " once. Raise its max_allowed_packet, then do it again.");
        }
        return values;
    }

    private static void write(StringBuilder line, OutputStream out) throws IOException {
        if (!line.isEmpty()) {
            out.write(line.append(";\n").toString().getBytes(StandardCharsets.UTF_8));
            line.setLength(0);
        }
    }
}
