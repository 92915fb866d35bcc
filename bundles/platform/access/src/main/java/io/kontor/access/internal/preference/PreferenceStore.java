package io.kontor.access.internal.preference;

import io.kontor.kernel.UserId;
import io.kontor.store.Store;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table of what users like. */
@Component(service = PreferenceStore.class)
public final class PreferenceStore {

    private final Store store;
    private final Clock clock;

    @Activate
    public PreferenceStore(@Reference(target = "(unit=access)") Store store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Map<String, String> of(UserId user) {
        Map<String, String> values = new TreeMap<>();
        store.sql()
                .list(
                        "select name, value from access_preference where user_id = ?",
                        row -> values.put(row.string("name"), row.string("value")),
                        user);
        return values;
    }

    void put(UserId user, String name, String value) {
        store.sql().update("""
                        insert into access_preference (user_id, name, value, changed_at) values (?, ?, ?, ?)
                        on duplicate key update value = values(value), changed_at = values(changed_at)
                        """, user, name, value, clock.instant());
    }

    void remove(UserId user, String name) {
        store.sql().update("delete from access_preference where user_id = ? and name = ?", user, name);
    }
}
