package io.kontor.telemetry;

/**
 * Whether a part is up.
 *
 * @param ready whether it can do its work now
 * @param reason in words what is missing; empty when ready. Shown to the operator only
 */
public record Health(boolean ready, String reason) {

    /** Up. */
    public static Health up() {
        return new Health(true, "");
    }

    /** Down, with the reason in words. */
    public static Health down(String reason) {
        return new Health(false, reason);
    }
}
