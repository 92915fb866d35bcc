package io.kontor.customer.internal.field;

import io.kontor.store.Row;
import io.kontor.store.Store;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The declared fields; a workspace has a handful. */
@Component(service = FieldStore.class)
public final class FieldStore {

    private final Store store;

    @Activate
    public FieldStore(@Reference(target = "(unit=customer)") Store store) {
        this.store = store;
    }

    List<CustomField> all() {
        return store.sql()
                .list("select field_key, label, type, choices from customer_field order by label", FieldStore::field);
    }

    void put(CustomField field, Instant at) {
        store.sql().update("""
                        insert into customer_field (field_key, label, type, choices, created_at) values (?, ?, ?, ?, ?)
                            on duplicate key update label = values(label), type = values(type), choices = values(choices)
                        """, field.key(), field.label(), field.type(), String.join("\n", field.choices()), at);
    }

    boolean delete(String key) {
        return store.sql().update("delete from customer_field where field_key = ?", key) > 0;
    }

    private static CustomField field(Row row) {
        return new CustomField(
                row.string("field_key"),
                row.string("label"),
                row.enumeration("type", CustomField.Type.class),
                row.string("choices").lines().toList());
    }
}
