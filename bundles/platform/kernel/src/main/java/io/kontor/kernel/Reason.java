package io.kontor.kernel;

import java.util.Map;

/**
 * Why a value was not taken: an argument {@code reason} of a {@link KontorException} that pages can say in the reader's
 * language. Its text is the English one.
 *
 * @param code the stable name by which pages find their words, lower-case letters and dashes; one of a module begins with
 *     the module's word and a dot
 * @param words in English, a clause about the field ("it is missing"); {@code {name}} stands for the argument of that name
 * @param arguments numbers and texts
 */
public record Reason(String code, String words, Map<String, Object> arguments) {

    public Reason {
        arguments = Map.copyOf(arguments);
    }

    public static Reason of(String code, String words) {
        return new Reason(code, words, Map.of());
    }

    public static Reason missing() {
        return of("missing", "it is missing");
    }

    public static Reason notClearable() {
        return of("not-clearable", "it cannot be cleared");
    }

    public static Reason negative() {
        return of("negative", "it must not be negative");
    }

    /** A text has another number of characters. */
    public static Reason length(int least, int most) {
        return new Reason("length", "it must have {least} to {most} characters", Map.of("least", least, "most", most));
    }

    /** A text has more characters. */
    public static Reason longerThan(int most) {
        return new Reason("too-long", "it is longer than {most} characters", Map.of("most", most));
    }

    /** The words with their arguments. */
    @Override
    public String toString() {
        String text = words;
        for (Map.Entry<String, Object> argument : arguments.entrySet()) {
            text = text.replace("{" + argument.getKey() + "}", String.valueOf(argument.getValue()));
        }
        return text;
    }
}
