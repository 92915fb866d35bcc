package io.kontor.it.bench;

import io.kontor.it.bench.GeneralLog.Entry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statements that were prepared; finds the parameters of an executed one by walking through its text. */
final class PreparedTexts {

    private final Map<String, List<String>> piecesByText = new LinkedHashMap<>();

    /**
     * A prepared statement with what was bound to it.
     *
     * @param known whether it was seen when it was prepared; otherwise its text is the executed one
     */
    record Bound(String sql, List<@Nullable Object> parameters, boolean known) {}

    /** Remembers what these entries prepare. */
    void learn(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.command().equals("Prepare")) {
                piecesByText.computeIfAbsent(entry.text(), PreparedTexts::pieces);
            }
        }
    }

    /** The statement that became this text. */
    Bound bound(String executed) {
        for (Map.Entry<String, List<String>> known : piecesByText.entrySet()) {
            Optional<List<@Nullable Object>> parameters = parameters(known.getValue(), executed);
            if (parameters.isPresent()) {
                String sql = new String(known.getKey().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                return new Bound(sql, parameters.get(), true);
            }
        }
        return new Bound(executed, List.of(), false);
    }

    /** What stands between the literals of an executed text must be the pieces, in their order. */
    private static Optional<List<@Nullable Object>> parameters(List<String> pieces, String executed) {
        if (!executed.startsWith(pieces.get(0))) {
            return Optional.empty();
        }
        List<@Nullable Object> parameters = new ArrayList<>();
        int at = pieces.get(0).length();
        for (String piece : pieces.subList(1, pieces.size())) {
            Optional<Literal> literal = Literal.at(executed, at);
            if (literal.isEmpty() || !executed.startsWith(piece, literal.get().end())) {
                return Optional.empty();
            }
            parameters.add(literal.get().value());
            at = literal.get().end() + piece.length();
        }
        return at == executed.length() ? Optional.of(parameters) : Optional.empty();
    }

    /** The text between its question marks, those inside quotes not counted. */
    static List<String> pieces(String sql) {
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (c == '?') {
                pieces.add(sql.substring(begin, i));
                begin = i + 1;
            }
        }
        pieces.add(sql.substring(begin));
        return pieces;
    }
}
