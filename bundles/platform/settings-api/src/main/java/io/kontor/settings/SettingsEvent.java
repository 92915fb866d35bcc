package io.kontor.settings;

import io.kontor.events.DomainEvent;
import io.kontor.kernel.Ref;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What happens to settings. */
public sealed interface SettingsEvent extends DomainEvent {

    /** The type of record in references. */
    String RECORD = "settings";

    /** The record that stands for the settings of a module: its id is made of the module's word (RFC 4122, version 3). */
    static Ref of(String module) {
        return new Ref(RECORD, UUID.nameUUIDFromBytes(module.getBytes(StandardCharsets.UTF_8)));
    }

    /** The settings of a module have other values. */
    record Changed(String module) implements SettingsEvent {
        public static final String NAME = "settings.changed";

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Ref subject() {
            return of(module);
        }
    }
}
