package io.kontor.telemetry;

/**
 * What a {@link Checkup} found.
 *
 * @param what in words, for the operator
 * @param remedy what to do about it; empty when nothing is to be done
 */
public record Finding(Gravity gravity, String what, String remedy) {

    /** How bad it is. */
    public enum Gravity {
        /** As it should be. */
        FINE,
        /** Works, and should be looked at. */
        DOUBTFUL,
        /** Does not work. */
        WRONG
    }

    /** As it should be. */
    public static Finding fine(String what) {
        return new Finding(Gravity.FINE, what, "");
    }

    /** Works, and should be looked at. */
    public static Finding doubtful(String what, String remedy) {
        return new Finding(Gravity.DOUBTFUL, what, remedy);
    }

    /** Does not work. */
    public static Finding wrong(String what, String remedy) {
        return new Finding(Gravity.WRONG, what, remedy);
    }
}
