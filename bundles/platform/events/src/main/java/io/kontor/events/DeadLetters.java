package io.kontor.events;

import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;

/** The events of the current workspace that wait for a person. An OSGi service. */
public interface DeadLetters {

    /** By subscription and position. */
    Page<DeadLetter> list(PageRequest page);

    /** Those of one subscription, oldest first. */
    Page<DeadLetter> list(String subscription, PageRequest page);

    /**
     * Tries it again soon, with all attempts anew.
     *
     * @return whether it was there
     */
    boolean retry(String subscription, long position);

    /**
     * Gives the event up for this subscription; what waits behind it goes on.
     *
     * @return whether it was there
     */
    boolean discard(String subscription, long position);
}
