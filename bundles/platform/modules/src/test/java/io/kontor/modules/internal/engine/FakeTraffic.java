package io.kontor.modules.internal.engine;

import io.kontor.rest.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Remembers what was held and released. */
final class FakeTraffic implements Traffic {

    final List<String> calls;
    final Set<String> held = new TreeSet<>();
    final Set<String> forgotten = new TreeSet<>();

    FakeTraffic(List<String> calls) {
        this.calls = calls;
    }

    @Override
    public void hold(Set<String> modules) {
        calls.add("hold " + new TreeSet<>(modules));
        held.addAll(modules);
    }

    @Override
    public boolean drain(Set<String> modules, Duration most) {
        calls.add("drain");
        return true;
    }

    @Override
    public void release(Set<String> modules) {
        calls.add("release " + new TreeSet<>(modules));
        held.removeAll(modules);
    }

    @Override
    public void forget(Set<String> modules) {
        forgotten.addAll(modules);
    }

    @Override
    public Optional<String> closed(String module) {
        return Optional.empty();
    }
}
