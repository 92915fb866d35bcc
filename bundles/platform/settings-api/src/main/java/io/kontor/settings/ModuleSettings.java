package io.kontor.settings;

import java.util.Optional;

/**
 * What a module lets people set. A module publishes one as an OSGi service, usually its descriptor. When it leaves, its
 * section leaves the Settings page; the values stay and are there again when it comes back.
 */
public interface ModuleSettings {

    /** The module's word, under which {@link Settings} keeps the record. */
    String name();

    /** The record; its marked components are what people set. */
    Class<? extends Record> settings();

    /** What changing them takes besides {@code settings:write}. */
    default Optional<String> settingsPermission() {
        return Optional.empty();
    }
}
