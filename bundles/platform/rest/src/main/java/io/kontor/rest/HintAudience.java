package io.kontor.rest;

/** Who may hear of which record on the event stream. An OSGi service of {@code access}. */
public interface HintAudience {

    /**
     * Lets a caller open the stream.
     *
     * @throws io.kontor.kernel.KontorException 401 for one who must say first who it is
     */
    void admit(Caller caller);

    /**
     * Whether the caller may read records of the hint's type, by permission and row rule. Asked for every hint, so a
     * right that is withdrawn ends at once; runs with the caller's workspace bound.
     */
    boolean mayHear(Caller caller, Hint hint);

    /** Whether the caller's log-in still counts; a stream whose log-in ended is closed. */
    boolean stillKnown(Caller caller);
}
