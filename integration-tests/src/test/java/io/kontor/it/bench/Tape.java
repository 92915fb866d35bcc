package io.kontor.it.bench;

import io.kontor.it.bench.PreparedTexts.Bound;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements of one operation in their order, with the beginning and the end of its transactions. */
record Tape(List<Step> steps) {

    /** Sent as it is, for example {@code commit}, or prepared and executed. */
    sealed interface Step permits Command, Execution {

        String sql();
    }

    /** The beginning or the end of a transaction. */
    record Command(String sql) implements Step {}

    /**
     * A prepared statement and what is bound to it, more than once if it was executed so often in a row: such a series
     * of writes is one JDBC batch.
     */
    record Execution(String sql, List<List<@Nullable Object>> rows) implements Step {

        boolean reads() {
            return verb().equals("select");
        }

        String verb() {
            return sql.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
        }
    }

    Tape {
        steps = List.copyOf(steps);
    }

    /**
     * Puts the units of an operation one behind the other.
     *
     * @throws IllegalStateException if it is not known how one of the statements was prepared
     */
    static Tape of(List<Unit> units) {
        List<Step> steps = new ArrayList<>();
        for (Unit unit : units) {
            if (unit.transaction()) {
                steps.add(new Command("start transaction"));
            }
            for (Bound bound : unit.statements()) {
                add(steps, bound);
            }
            if (unit.transaction()) {
                steps.add(new Command("commit"));
            }
        }
        return new Tape(steps);
    }

    private static void add(List<Step> steps, Bound bound) {
        if (!bound.known()) {
            throw new IllegalStateException("No prepared statement becomes this: " + bound.sql());
        }
        if (!steps.isEmpty()
                && steps.get(steps.size() - 1) instanceof Execution last
                && !last.reads()
                && last.sql().equals(bound.sql())) {
            last.rows().add(bound.parameters());
        } else {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            rows.add(bound.parameters());
            steps.add(new Execution(bound.sql(), rows));
        }
    }

    /** How many statements of each kind, for example "2 select, 5 insert in 1 transaction". */
    static String describe(List<Tape> tapes, int operations) {
        Map<String, Integer> byVerb = new TreeMap<>();
        for (Tape tape : tapes) {
            for (Step step : tape.steps()) {
                if (step instanceof Execution execution) {
                    byVerb.merge(execution.verb(), execution.rows().size(), Integer::sum);
                } else if (step.sql().equals("commit")) {
                    byVerb.merge("commit", 1, Integer::sum);
                }
            }
        }
        return List.of("select", "insert", "update", "delete", "commit").stream()
                .filter(byVerb::containsKey)
                .map(verb -> average(byVerb.get(verb), operations) + " " + verb)
                .collect(Collectors.joining(", "));
    }

    private static String average(int number, int operations) {
        return number % operations == 0
                ? Integer.toString(number / operations)
                : String.format(Locale.ROOT, "%.2f", (double) number / operations);
    }
}
