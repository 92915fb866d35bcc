package io.kontor.testkit;

import io.kontor.customer.Timeline;
import io.kontor.customer.TimelineEntry;
import io.kontor.kernel.Ref;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Entries in memory, unique by source and reference. */
public final class FakeTimeline implements Timeline {

    private final Map<String, TimelineEntry> entries = new LinkedHashMap<>();

    /** All entries, in the order of their first appending. */
    public List<TimelineEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** The sources of all entries, in that order. */
    public List<String> sources() {
        return entries.values().stream().map(TimelineEntry::source).toList();
    }

    private static String key(String source, Ref reference) {
        return source + " " + reference;
    }

    @Override
    public boolean append(TimelineEntry entry) {
        return entries.putIfAbsent(key(entry.source(), entry.reference()), entry) == null;
    }

    @Override
    public void revise(TimelineEntry entry) {
        entries.replace(key(entry.source(), entry.reference()), entry);
    }

    @Override
    public void remove(String source, Ref reference) {
        entries.remove(key(source, reference));
    }
}
