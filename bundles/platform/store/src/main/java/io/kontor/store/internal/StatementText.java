package io.kontor.store.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A statement as the module wrote it, split once. A collection fills its {@code (?)} with a power of two of
 * placeholders, the last element repeated, so that lists of many lengths share few prepared statements.
 */
final class StatementText {

    private static final String CONTROL = "{control}";

    private final List<String> pieces;
    private final PreparedText plain;
    private final Map<List<Integer>, PreparedText> expanded = new ConcurrentHashMap<>();

    private StatementText(List<String> pieces) {
        this.pieces = pieces;
        this.plain = new PreparedText(String.join("?", pieces));
    }

    static StatementText parse(String statement, String quotedControl) {
        return new StatementText(split(statement.replace(CONTROL, quotedControl)));
    }

    /** Splits at each placeholder; question marks in literals, quoted names and comments are none. */
    private static List<String> split(String statement) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < statement.length()) {
            if (statement.charAt(at) == '?') {
                pieces.add(statement.substring(start, at));
                at++;
                start = at;
            } else {
                at = afterToken(statement, at);
            }
        }
        pieces.add(statement.substring(start));
        return List.copyOf(pieces);
    }

    private static int afterToken(String statement, int at) {
        char c = statement.charAt(at);
        if (c == '\'' || c == '"' || c == '`') {
            return after(statement, String.valueOf(c), at + 1);
        }
        if (statement.startsWith("-- ", at)) {
            return after(statement, "\n", at);
        }
        return statement.startsWith("/*", at) ? after(statement, "*/", at) : at + 1;
    }

    private static int after(String statement, String end, int from) {
        int found = statement.indexOf(end, from);
        return found < 0 ? statement.length() : found + end.length();
    }

    /** The text for these parameters. */
    PreparedText of(@Nullable Object[] parameters) {
        if (parameters.length != pieces.size() - 1) {
            throw new IllegalArgumentException("The statement has " + (pieces.size() - 1) + " placeholders but got "
                    + parameters.length + " parameters: " + plain.text());
        }
        for (Object parameter : parameters) {
            if (parameter instanceof Collection<?>) {
                return expanded.computeIfAbsent(slots(parameters), this::expand);
            }
        }
        return plain;
    }

    private static List<Integer> slots(@Nullable Object[] parameters) {
        return Arrays.stream(parameters)
                .map(parameter -> parameter instanceof Collection<?> values ? slots(values.size()) : 1)
                .toList();
    }

    /** How many placeholders a collection of this size fills. */
    static int slots(int size) {
        return size <= 1 ? 1 : Integer.highestOneBit(size - 1) << 1;
    }

    private PreparedText expand(List<Integer> slots) {
        StringBuilder text = new StringBuilder(pieces.get(0));
        for (int i = 0; i < slots.size(); i++) {
            text.append(String.join(", ", Collections.nCopies(slots.get(i), "?")));
            text.append(pieces.get(i + 1));
        }
        return new PreparedText(text.toString());
    }
}
