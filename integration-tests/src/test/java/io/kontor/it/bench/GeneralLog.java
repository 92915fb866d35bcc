package io.kontor.it.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * MariaDB's general query log as a file: every statement that the server is sent, with its parameters as literals. It is
 * on from the server's start, for a statement is prepared once and then known by its number, until it is closed. Its bytes are read one to one as ISO-8859-1, because parameters hold any
 * bytes.
 *
 * <p>Format: a first line {@code <time or nothing> TAB <thread> <command> TAB <argument>}; whatever does not look like
 * that continues the argument above. A new line inside a parameter is written as {@code \n}.
 */
final class GeneralLog implements AutoCloseable {

    private static final Pattern FIRST_LINE = Pattern.compile(
            "(?:\\d{6} [ \\d]\\d:\\d\\d:\\d\\d)?\\t+ *(\\d+) ([A-Z][A-Za-z ]*?)\\t(.*)", Pattern.DOTALL);

    /** What the server needs to be started with. */
    static final String OPTIONS = "--general-log=1 --general-log-file=general.log";

    private final Connection connection;
    private final Path file;
    private long read;

    /**
     * One line of the log, or several that belong together.
     *
     * @param thread the server's number of the connection
     * @param command Query, Prepare, Execute, Init DB and others
     * @param text what was prepared or executed; one character per byte
     */
    record Entry(long thread, String command, String text) {}

    /** @param connection to the server whose log it is; belongs to the log from now on */
    GeneralLog(Connection connection) throws SQLException {
        this.connection = connection;
        try (Statement statement = connection.createStatement();
                ResultSet place = statement.executeQuery("select @@datadir, @@general_log_file, @@general_log")) {
            place.next();
            if (!place.getBoolean(3)) {
                throw new IllegalStateException("The server's log must be on from its start");
            }
            this.file = Path.of(place.getString(1)).resolve(place.getString(2));
        }
    }

    /** What has been written since this was asked last. */
    List<Entry> next() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(log.length() - read)];
            log.seek(read);
            log.readFully(bytes);
            read += bytes.length;
            return entries(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    static List<Entry> entries(String text) {
        List<Entry> entries = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        Matcher begun = null;
        for (String line : text.split("\n", -1)) {
            Matcher first = FIRST_LINE.matcher(line);
            if (first.matches()) {
                add(entries, begun, argument);
                begun = first;
                argument.setLength(0);
                argument.append(first.group(3));
            } else {
                argument.append('\n').append(line);
            }
        }
        add(entries, begun, argument);
        return entries;
    }

    private static void add(List<Entry> entries, @Nullable Matcher begun, CharSequence text) {
        if (begun != null) {
            String argument = text.toString();
            entries.add(new Entry(
                    Long.parseLong(begun.group(1)),
                    begun.group(2),
                    argument.endsWith("\n") ? argument.substring(0, argument.length() - 1) : argument));
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("set global general_log = 0");
        }
    }
}
