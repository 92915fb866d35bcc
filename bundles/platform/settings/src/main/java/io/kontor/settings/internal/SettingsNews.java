package io.kontor.settings.internal;

import io.kontor.events.EventTail;
import io.kontor.events.TailEvent;
import io.kontor.settings.SettingsEvent;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Hears on every node what was set, wherever it was. */
@Component(immediate = true, service = SettingsNews.class)
public final class SettingsNews {

    private final StoredSettings settings;
    private final EventTail.Subscription subscription;

    @Activate
    public SettingsNews(@Reference StoredSettings settings, @Reference EventTail tail) {
        this.settings = settings;
        this.subscription = tail.subscribe(tail.position(), this::hear);
    }

    private void hear(List<TailEvent> events) {
        for (TailEvent event : events) {
            if (event.name().equals(SettingsEvent.Changed.NAME)) {
                settings.forget(event.workspace(), event.subject().id());
            }
        }
    }

    @Deactivate
    void stop() {
        subscription.close();
    }
}
