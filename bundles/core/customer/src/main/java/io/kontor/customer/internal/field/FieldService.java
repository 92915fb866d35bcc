package io.kontor.customer.internal.field;

import io.kontor.access.AuditLog;
import io.kontor.customer.CustomerError;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Ref;
import io.kontor.store.Transactions;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Declares fields and checks values against them. */
@Component(service = FieldService.class)
public final class FieldService {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int LONGEST_TEXT = 2000;

    private final Transactions transactions;
    private final FieldStore store;
    private final AuditLog audit;
    private final Clock clock;

    @Activate
    public FieldService(
            @Reference Transactions transactions,
            @Reference FieldStore store,
            @Reference AuditLog audit,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    List<CustomField> all() {
        return store.all();
    }

    /** Declares a field, or changes how it is shown and checked; values that are there stay. */
    void declare(CustomField field) {
        if (!KEY.matcher(field.key()).matches()) {
            throw new KontorException(
                    KernelError.INVALID,
                    Map.of("field", "key", "reason", "it must be lower-case letters, digits and dashes"));
        }
        transactions.run(() -> {
            store.put(field, clock.instant());
            audit.record(
                    "customer.field-declared",
                    ref(field.key()),
                    Map.of(),
                    Map.of("key", field.key(), "label", field.label(), "type", field.type()));
        });
    }

    /** Takes a field back; its values are kept and come back with it. */
    void withdraw(String key) {
        transactions.run(() -> {
            if (!store.delete(key)) {
                throw new KontorException(KernelError.NOT_FOUND, Map.of("type", "custom field"));
            }
            audit.record("customer.field-withdrawn", ref(key), Map.of("key", key), Map.of());
        });
    }

    private static Ref ref(String key) {
        return new Ref("customer-field", UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Refuses values of unknown fields and of another type.
     *
     * @throws KontorException {@code customer.field-unknown}, {@code customer.field-value-invalid}
     */
    public void check(Map<String, String> values) {
        if (values.isEmpty()) {
            return;
        }
        Map<String, CustomField> known =
                store.all().stream().collect(Collectors.toMap(CustomField::key, Function.identity()));
        values.forEach((key, value) -> {
            CustomField field = known.get(key);
            if (field == null) {
                throw new KontorException(CustomerError.FIELD_UNKNOWN, Map.of("field", key));
            }
            check(field, value);
        });
    }

    private static void check(CustomField field, String value) {
        try {
            switch (field.type()) {
                case TEXT -> require(value.length() <= LONGEST_TEXT, "it is longer than " + LONGEST_TEXT);
                case NUMBER -> new BigDecimal(value);
                case DATE -> LocalDate.parse(value);
                case BOOLEAN -> require(value.equals("true") || value.equals("false"), "it is neither true nor false");
                case CHOICE -> require(field.choices().contains(value), "the choices are " + field.choices());
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new KontorException(
                    CustomerError.FIELD_VALUE_INVALID,
                    Map.of("field", field.key(), "value", value, "reason", String.valueOf(e.getMessage())),
                    e);
        }
    }

    private static void require(boolean right, String reason) {
        if (!right) {
            throw new IllegalArgumentException(reason);
        }
    }
}
