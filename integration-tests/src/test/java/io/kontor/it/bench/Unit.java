package io.kontor.it.bench;

import io.kontor.it.bench.GeneralLog.Entry;
import io.kontor.it.bench.PreparedTexts.Bound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one connection did as a whole: a committed transaction, or one statement that committed by itself.
 *
 * @param transaction whether its statements stand between {@code start transaction} and {@code commit}
 */
record Unit(boolean transaction, List<Bound> statements) {

    private static final Pattern NUMBER_OR_NULL = Pattern.compile("\\b(\\d[\\d.]*|NULL)\\b");

    Unit {
        statements = List.copyOf(statements);
    }

    /** Its statements without their parameters: units of one kind have the same. */
    List<String> kind() {
        return statements.stream().map(Bound::sql).toList();
    }

    /** Whether one of its parameters is this one. */
    boolean mentions(Object parameter) {
        return statements.stream().anyMatch(bound -> bound.parameters().contains(parameter));
    }

    /** The shapes of statements as they stand in the log, with nothing for their values. */
    static Set<String> shapes(List<Entry> entries) {
        Set<String> shapes = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.command().equals("Execute")) {
                shapes.add(shape(entry));
            }
        }
        return shapes;
    }

    private static String shape(Entry entry) {
        String text = entry.text();
        StringBuilder outside = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (quoted && c == '\\') {
                i++;
            } else if (!quoted) {
                outside.append(c);
            }
        }
        return NUMBER_OR_NULL.matcher(outside).replaceAll("");
    }

    /**
     * The units among the entries in the order in which they ended. Left out are transactions without an end, and units
     * of nothing but statements with one of these shapes.
     */
    static List<Unit> of(List<Entry> entries, Set<String> foreign, PreparedTexts texts) {
        List<Unit> units = new ArrayList<>();
        Map<Long, List<Entry>> open = new HashMap<>();
        for (Entry entry : entries) {
            List<Entry> transaction = open.get(entry.thread());
            switch (command(entry)) {
                case "begin" -> open.put(entry.thread(), new ArrayList<>());
                case "commit" -> {
                    open.remove(entry.thread());
                    add(units, true, transaction, foreign, texts);
                }
                case "rollback" -> open.remove(entry.thread());
                case "execute" -> {
                    if (transaction == null) {
                        add(units, false, List.of(entry), foreign, texts);
                    } else {
                        transaction.add(entry);
                    }
                }
                default -> {} // the catalogue was changed, or somebody connected
            }
        }
        return units;
    }

    private static String command(Entry entry) {
        if (entry.command().equals("Execute")) {
            return "execute";
        }
        return switch (entry.command().equals("Query") ? entry.text().toLowerCase(Locale.ROOT) : "") {
            case "start transaction", "set autocommit=0" -> "begin";
            case "commit" -> "commit";
            case "rollback" -> "rollback";
            default -> "";
        };
    }

    private static void add(
            List<Unit> units,
            boolean transaction,
            @Nullable List<Entry> entries,
            Set<String> foreign,
            PreparedTexts texts) {
        if (entries != null && entries.stream().anyMatch(entry -> !foreign.contains(shape(entry)))) {
            units.add(new Unit(
                    transaction,
                    entries.stream().map(entry -> texts.bound(entry.text())).toList()));
        }
    }
}
