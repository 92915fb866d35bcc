package io.kontor.settings.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.settings.SecretText;
import io.kontor.settings.Setting;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One setting, as the record's component and its mark describe it.
 *
 * @param optional whether it may be empty
 */
record SettingField(String name, Kind kind, boolean optional, Setting mark) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** How a setting is entered. */
    enum Kind {
        FLAG,
        NUMBER,
        TEXT,
        CHOICE,
        COUNTRY,
        SECRET
    }

    /** What people may set in a record, in its order. */
    static List<SettingField> of(Class<? extends Record> record) {
        return Stream.of(record.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Setting.class))
                .map(SettingField::of)
                .toList();
    }

    private static SettingField of(RecordComponent component) {
        Type type = component.getGenericType();
        boolean optional = component.getType() == Optional.class;
        if (optional && type instanceof ParameterizedType wrapped) {
            type = wrapped.getActualTypeArguments()[0];
        }
        Setting mark = component.getAnnotation(Setting.class);
        return new SettingField(component.getName(), kind(type, mark), optional, mark);
    }

    private static Kind kind(Type type, Setting mark) {
        if (type == boolean.class) {
            return Kind.FLAG;
        }
        if (Set.of(int.class, long.class, Integer.class, Long.class).contains(type)) {
            return Kind.NUMBER;
        }
        if (type == SecretText.class) {
            return Kind.SECRET;
        }
        if (type != String.class) {
            throw new IllegalArgumentException("A setting cannot be a " + type.getTypeName());
        }
        if (mark.country()) {
            return Kind.COUNTRY;
        }
        return mark.choices().length > 0 ? Kind.CHOICE : Kind.TEXT;
    }

    /**
     * The value as it is kept.
     *
     * @throws KontorException {@link KernelError#INVALID} with the field and the {@link Reason}
     */
    JsonNode checked(JsonNode given) {
        return switch (kind) {
            case FLAG -> {
                require(given.isBoolean(), Reason.of("yes-or-no", "it must be true or false"));
                yield given;
            }
            case NUMBER -> number(given);
            case TEXT, SECRET -> text(given);
            case CHOICE -> {
                require(
                        given.isTextual() && List.of(mark.choices()).contains(given.textValue()),
                        Reason.of("choice", "it must be one of " + String.join(", ", mark.choices())));
                yield given;
            }
            case COUNTRY -> {
                require(
                        given.isTextual() && COUNTRIES.contains(given.textValue()),
                        Reason.of("country", "it is no country of ISO 3166-1"));
                yield given;
            }
        };
    }

    private JsonNode number(JsonNode given) {
        require(
                given.isIntegralNumber() && given.canConvertToLong(),
                Reason.of("whole-number", "it must be a whole number"));
        require(
                given.longValue() >= mark.least() && given.longValue() <= mark.most(),
                new Reason(
                        "between",
                        "it must be from {least} to {most}",
                        Map.of("least", mark.least(), "most", mark.most())));
        return given;
    }

    private JsonNode text(JsonNode given) {
        require(given.isTextual(), Reason.of("text", "it must be text"));
        String text =
                kind == Kind.SECRET ? given.textValue() : given.textValue().strip();
        require(!text.isEmpty(), Reason.missing());
        require(text.length() <= mark.most(), Reason.longerThan((int) mark.most()));
        return TextNode.valueOf(text);
    }

    private void require(boolean fine, Reason reason) {
        if (!fine) {
            throw new KontorException(KernelError.INVALID, Map.of("field", name, "reason", reason));
        }
    }
}
