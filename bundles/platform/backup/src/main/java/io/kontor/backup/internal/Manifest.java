package io.kontor.backup.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds: the last entry of its file, as JSON.
 *
 * @param format changes when an older product could not read the file
 * @param product the version that made it
 * @param takenAt the moment that its databases show
 * @param server the version of the database server
 * @param control the control database; a workspace's database is called {@code <control>_w_<workspace>}
 * @param files of the data folder
 * @param brings by module the last migration that the product brought along then
 * @param keys by number the fingerprints of the keys that open its secrets; never a key
 * @param probe a text that was sealed with the newest of these keys
 */
record Manifest(
        int format,
        String product,
        Instant takenAt,
        String server,
        String control,
        List<DatabaseContent> databases,
        List<FileContent> files,
        Map<String, Integer> brings,
        Map<Integer, String> keys,
        byte[] probe) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";
    static final String PROBE = "Kontor";
    static final String PROBE_PURPOSE = "backup:probe";

    /** @param migrations by module the last migration that ran in this database */
    record DatabaseContent(
            String name, String charset, String collation, Map<String, String> migrations, List<TableContent> tables) {}

    /**
     * @param rows how many there were in the snapshot: written, and counted by the server
     * @param content SHA-256 of the statements that insert them, ordered by key: the same for the same rows only
     * @param sha256 of the whole entry
     */
    record TableContent(String name, long rows, String content, long bytes, String sha256) {

        String entry(String database) {
            return "databases/" + database + "/" + name + ".sql";
        }
    }

    /** @param path in the data folder */
    record FileContent(String path, long bytes, String sha256) {

        String entry() {
            return "files/" + path;
        }
    }

    /** Rows of all tables. */
    long rows() {
        return databases.stream()
                .flatMap(database -> database.tables().stream())
                .mapToLong(TableContent::rows)
                .sum();
    }

    /** Of all databases. */
    long tables() {
        return databases.stream()
                .mapToLong(database -> database.tables().size())
                .sum();
    }

    /** Of everything, unpacked. */
    long bytes() {
        return databases.stream()
                        .flatMap(database -> database.tables().stream())
                        .mapToLong(TableContent::bytes)
                        .sum()
                + files.stream().mapToLong(FileContent::bytes).sum();
    }

    /** In a line: how much there is. */
    String extent() {
        return "%d databases, %d tables, %d rows, %d files".formatted(databases.size(), tables(), rows(), files.size());
    }
}
