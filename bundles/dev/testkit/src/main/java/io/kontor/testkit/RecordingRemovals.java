package io.kontor.testkit;

import io.kontor.customer.DemoRemovals;
import io.kontor.customer.SourceAccountId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The parts of one account's removal that a test announced. */
public final class RecordingRemovals implements DemoRemovals {

    private final Map<String, Part> parts = new TreeMap<>();

    /** A module takes part and has not begun. */
    public void announce(String module) {
        parts.put(module, new Part(module, 0, false));
    }

    @Override
    public List<Part> parts(SourceAccountId account) {
        return List.copyOf(parts.values());
    }

    @Override
    public void forget(SourceAccountId account) {
        parts.clear();
    }
}
