package io.kontor.customer;

import io.kontor.kernel.Ref;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happened with a customer: an append-only list that every module writes to. An OSGi service. */
public interface Timeline {

    /**
     * Writes an entry in the current transaction. The same source and reference again replaces nothing and adds nothing.
     *
     * @return whether it was new
     */
    boolean append(TimelineEntry entry);

    /** Replaces the text of an entry whose facts changed, for example an order that was paid. */
    void revise(TimelineEntry entry);

    /** Takes back an entry. */
    void remove(String source, Ref reference);

    /**
     * Lets the timeline show a record as it stands: entries that are no longer true are taken back, new ones written,
     * changed ones revised, and those of another customer begin anew there.
     *
     * @param before the entries of the record as it was, at most one of each source
     * @param after the entries of the record as it is, at most one of each source
     */
    default void follow(Collection<TimelineEntry> before, Collection<TimelineEntry> after) {
        Map<String, TimelineEntry> old =
                before.stream().collect(Collectors.toMap(TimelineEntry::source, Function.identity()));
        Map<String, TimelineEntry> now =
                after.stream().collect(Collectors.toMap(TimelineEntry::source, Function.identity()));
        for (TimelineEntry entry : before) {
            TimelineEntry next = now.get(entry.source());
            if (next == null || !next.customer().equals(entry.customer())) {
                remove(entry.source(), entry.reference());
            }
        }
        for (TimelineEntry entry : after) {
            TimelineEntry known = old.get(entry.source());
            if (known == null || !known.customer().equals(entry.customer())) {
                append(entry);
            } else if (!known.equals(entry)) {
                revise(entry);
            }
        }
    }
}
