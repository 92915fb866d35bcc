package io.kontor.testkit;

import io.kontor.settings.Settings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Settings in memory; what was never put has the record's defaults. */
public final class FixedSettings implements Settings {

    private final Map<String, Record> values = new ConcurrentHashMap<>();

    @Override
    public <T extends Record> T get(String module, Class<T> type) {
        Record value = values.get(module);
        return type.cast(value == null ? defaults(type) : value);
    }

    private static <T extends Record> T defaults(Class<T> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " needs a public constructor without arguments", e);
        }
    }

    @Override
    public void put(String module, Record value) {
        values.put(module, value);
    }
}
