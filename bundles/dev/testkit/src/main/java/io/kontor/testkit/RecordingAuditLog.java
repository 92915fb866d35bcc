package io.kontor.testkit;

import io.kontor.access.AuditLog;
import io.kontor.kernel.Ref;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was written to the audit log. */
public final class RecordingAuditLog implements AuditLog {

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    /** One entry; the values may be null where a field was or is empty. */
    public record Entry(String action, Ref subject, Map<String, ?> before, Map<String, ?> after) {}

    @Override
    public void record(String action, Ref subject, Map<String, ?> before, Map<String, ?> after) {
        entries.add(new Entry(action, subject, new HashMap<>(before), new HashMap<>(after)));
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public List<String> actions() {
        return entries.stream().map(Entry::action).toList();
    }
}
