package io.kontor.settings.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.settings.Setting;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The settings of a module as JSON. The words of a field are in the module's texts, by the keys that it names.
 *
 * @param changeable whether the caller may change them
 */
record SectionJson(String module, long version, boolean changeable, List<FieldJson> fields) {

    /**
     * One setting.
     *
     * @param optional whether it may be empty
     * @param value what applies now; absent where it is empty, and always for a secret
     * @param fallback the default; null in a patch goes back to it
     * @param given whether a secret is there
     * @param least of a number
     * @param most of a number, and of a text's length
     * @param title the key of the field's word; the same with {@code .help} says what it does
     */
    record FieldJson(
            String name,
            SettingField.Kind kind,
            Setting.Unit unit,
            boolean optional,
            Optional<JsonNode> value,
            Optional<JsonNode> fallback,
            boolean given,
            long least,
            long most,
            List<String> choices,
            String title) {}

    /** All sections. */
    record AllJson(List<SectionJson> items) {}

    static SectionJson of(SettingsService.Section section, Predicate<String> may) {
        return new SectionJson(
                section.module().name(),
                section.version(),
                mayChange(section, may),
                section.fields().stream().map(field -> field(section, field)).toList());
    }

    static boolean mayChange(SettingsService.Section section, Predicate<String> may) {
        return may.test(SettingsModule.WRITE)
                && section.module().settingsPermission().map(may::test).orElse(true);
    }

    private static FieldJson field(SettingsService.Section section, SettingField field) {
        boolean secret = field.kind() == SettingField.Kind.SECRET;
        Optional<JsonNode> value = Optional.ofNullable(section.values().get(field.name()));
        return new FieldJson(
                field.name(),
                field.kind(),
                field.mark().unit(),
                field.optional(),
                secret ? Optional.empty() : value,
                Optional.ofNullable(section.fallbacks().get(field.name())),
                value.isPresent(),
                field.mark().least(),
                field.mark().most(),
                List.of(field.mark().choices()),
                section.module().name() + ".settings." + field.name());
    }
}
