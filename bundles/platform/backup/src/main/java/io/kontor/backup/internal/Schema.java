package io.kontor.backup.internal;

import java.util.List;

/**
 * One database as the server's dictionary describes it.
 *
 * @param bytes of its tables on disk, without indexes
 */
record Schema(String name, String charset, String collation, List<TableDefinition> tables, long bytes) {

    /** Whether it has the same tables with the same columns. */
    boolean sameAs(Schema other) {
        if (!name.equals(other.name) || tables.size() != other.tables.size()) {
            return false;
        }
        for (int i = 0; i < tables.size(); i++) {
            if (!tables.get(i).sameAs(other.tables.get(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean same(List<Schema> some, List<Schema> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!some.get(i).sameAs(others.get(i))) {
                return false;
            }
        }
        return true;
    }
}
