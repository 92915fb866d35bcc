package io.kontor.it.doors;

import io.kontor.it.KontorDistribution;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What stands in the databases of a product, looked at from outside. */
record Contents(Map<String, Long> rows) {

    /** How many rows each table has, by database and table. */
    static Contents of(KontorDistribution kontor) throws IOException, SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = kontor.database("");
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("""
                    select concat(table_schema, '.', table_name) from information_schema.tables
                    where table_schema = 'kontor' or left(table_schema, 9) = 'kontor_w_'
                    """)) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                    row.next();
                    rows.put(table, row.getLong(1));
                }
            }
        }
        return new Contents(rows);
    }

    /** The ids of all customers, as the REST interface writes them. */
    static Set<String> customers(KontorDistribution kontor) throws IOException, SQLException {
        Set<String> ids = new TreeSet<>();
        try (Connection connection = kontor.database("kontor_w_main");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from customer")) {
            while (row.next()) {
                String hex = HexFormat.of().formatHex(row.getBytes(1));
                ids.add(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
            }
        }
        return ids;
    }
}
