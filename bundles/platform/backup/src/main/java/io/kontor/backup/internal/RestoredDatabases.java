package io.kontor.backup.internal;

import io.kontor.backup.internal.Manifest.DatabaseContent;
import io.kontor.backup.internal.Manifest.TableContent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes a backup's databases on a server and compares what stands there afterwards with the manifest. */
final class RestoredDatabases {

    private final Archive archive;
    private final String control;
    private final Progress progress;

    /** @param control how the control database is called here */
    RestoredDatabases(Archive archive, String control, Progress progress) {
        this.archive = archive;
        this.control = control;
        this.progress = progress;
    }

    /** @throws Trouble if one of the databases is there already: somebody else's server, and not a fresh one */
    void requireNone(ServerAccount account) throws SQLException {
        try (Connection connection = account.open()) {
            List<Schema> present = Dictionary.read(connection, control);
            if (!present.isEmpty()) {
                throw new Trouble("The database server has already "
                        + present.stream().map(Schema::name).collect(Collectors.joining(", "))
                        + ": nothing is overwritten. Drop them there if nobody needs them, or name another server in"
                        + " etc/io.kontor.database.cfg.");
            }
        }
    }

    void fill(ServerAccount account) throws SQLException, IOException {
        try (Connection connection = account.open();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false); // what stands in the file is the server's own language
            statement.execute("set session foreign_key_checks = 0");
            connection.setAutoCommit(false);
            for (DatabaseContent database : archive.manifest().databases()) {
                String name = name(database);
                statement.execute("create database " + TableDefinition.quoted(name) + " character set "
                        + word(database.charset()) + " collate " + word(database.collation()));
                connection.setCatalog(name);
                for (TableContent table : database.tables()) {
                    run(statement, table.entry(database.name()));
                    connection.commit();
                }
                progress.say("  " + name + ": " + database.tables().size() + " tables");
            }
        }
    }

    /** Reads everything back: the same rows give the same digest. */
    void compare(ServerAccount account) throws SQLException {
        try (Connection connection = account.open()) {
            Map<String, Schema> present = Dictionary.read(connection, control).stream()
                    .collect(Collectors.toMap(Schema::name, Function.identity()));
            for (DatabaseContent database : archive.manifest().databases()) {
                Map<String, TableDefinition> tables = present.get(name(database)).tables().stream()
                        .collect(Collectors.toMap(TableDefinition::name, Function.identity()));
                for (TableContent table : database.tables()) {
                    compare(connection, tables.get(table.name()), table);
                }
            }
        }
    }

    private void compare(Connection connection, TableDefinition table, TableContent content) throws SQLException {
        TableRows rows = TableRows.copy(connection, table, OutputStream.nullOutputStream(), progress);
        if (rows.rows() != content.rows() || !rows.content().equals(content.content())) {
            throw new Trouble("After the restoring " + table.qualified() + " has " + rows.rows()
                    + " rows that are not the " + content.rows()
                    + " of the backup. Nothing is used of it; please report"
                    + " this, with the versions of both database servers.");
        }
    }

    private void run(Statement statement, String entry) throws IOException, SQLException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(archive.content(entry), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                progress.requireWanted();
                statement.execute(line.substring(0, line.length() - 1));
            }
        }
    }

    private String name(DatabaseContent database) {
        return control + database.name().substring(archive.manifest().control().length());
    }

    private static String word(String charset) {
        if (!charset.matches("[A-Za-z0-9_]+")) {
            throw new Trouble("The manifest names a character set that cannot be one: " + charset);
        }
        return charset;
    }
}
