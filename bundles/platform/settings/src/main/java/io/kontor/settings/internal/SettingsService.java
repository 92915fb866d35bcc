package io.kontor.settings.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.access.AuditLog;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.settings.ModuleSettings;
import io.kontor.settings.SettingsEvent;
import io.kontor.settings.internal.SettingField.Kind;
import io.kontor.store.Transactions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What people see and change of the settings of the modules that are here. */
@Component(service = SettingsService.class)
public final class SettingsService {

    /**
     * The settings of one module as they stand.
     *
     * @param fallbacks the defaults
     * @param values what applies now; a secret is there as sealed text
     */
    record Section(ModuleSettings module, ObjectNode fallbacks, ObjectNode values, long version) {

        List<SettingField> fields() {
            return SettingField.of(module.settings());
        }
    }

    private final SettingsSections sections;
    private final SettingsStore store;
    private final StoredSettings settings;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Clock clock;

    @Activate
    public SettingsService(
            @Reference SettingsSections sections,
            @Reference SettingsStore store,
            @Reference StoredSettings settings,
            @Reference Transactions transactions,
            @Reference AuditLog audit,
            @Reference Clock clock) {
        this.sections = sections;
        this.store = store;
        this.settings = settings;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    List<Section> all() {
        return transactions.read(() -> sections.all().stream()
                .filter(module -> !SettingField.of(module.settings()).isEmpty())
                .map(module -> section(module, store.find(module.name())))
                .toList());
    }

    /** @throws KontorException {@link io.kontor.settings.SettingsError#MODULE_UNKNOWN} */
    Section of(String module) {
        ModuleSettings known = sections.of(module);
        return section(known, store.find(module));
    }

    /**
     * Sets what the patch names (RFC 7396): null takes a value back to its default.
     *
     * @throws KontorException {@link KernelError#STALE}, {@link KernelError#INVALID} with the first field that is wrong;
     *     then nothing is set
     */
    Section change(String module, Map<String, JsonNode> patch, long expectedVersion) {
        ModuleSettings known = sections.of(module);
        return transactions.call(() -> {
            SettingsStore.Kept kept = store.lock(module, clock.instant());
            if (kept.version() != expectedVersion) {
                throw new KontorException(KernelError.STALE, Map.of("current", kept.version()));
            }
            Section before = section(known, kept);
            ObjectNode next = patched(before, kept.fields(), patch);
            Section after = section(known, new SettingsStore.Kept(next, kept.version() + 1));
            // A record may have rules of its own over several fields; what it refuses is never stored.
            settings.shape(module).record(known.settings(), next);
            Map<String, Object> was = facts(before, after);
            if (was.isEmpty()) {
                return before;
            }
            settings.write(module, next);
            audit.record("settings.changed", SettingsEvent.of(module), was, facts(after, before));
            return after;
        });
    }

    private ObjectNode patched(Section section, ObjectNode stored, Map<String, JsonNode> patch) {
        Map<String, SettingField> fields =
                section.fields().stream().collect(Collectors.toMap(SettingField::name, Function.identity()));
        ObjectNode next = stored.deepCopy();
        patch.forEach((name, given) -> {
            SettingField field = Optional.ofNullable(fields.get(name))
                    .orElseThrow(() -> invalid(name, Reason.of("no-setting", "there is no such setting")));
            if (given.isNull()) {
                next.remove(name);
            } else {
                JsonNode checked = field.checked(given);
                if (field.kind() == Kind.SECRET) {
                    RecordShape shape = settings.shape(section.module().name());
                    next.put(name, shape.sealed(field, checked.textValue()));
                } else {
                    next.set(name, checked);
                }
            }
        });
        return next;
    }

    private static Section section(ModuleSettings module, SettingsStore.Kept kept) {
        ObjectNode fallbacks = RecordShape.fallbacks(module.settings());
        ObjectNode values = fallbacks.deepCopy();
        values.setAll(kept.fields());
        return new Section(module, fallbacks, values, kept.version());
    }

    /** The fields that differ, as they are in the first of the two; of a secret only whether it is there. */
    private static Map<String, Object> facts(Section one, Section other) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (SettingField field : one.fields()) {
            JsonNode value = one.values().path(field.name());
            if (!value.equals(other.values().path(field.name()))) {
                String shown = field.kind() == Kind.SECRET ? "***" : value.asText();
                facts.put(field.name(), value.isMissingNode() ? "" : shown);
            }
        }
        return facts;
    }

    private static KontorException invalid(String field, Reason reason) {
        return new KontorException(KernelError.INVALID, Map.of("field", field, "reason", reason));
    }
}
