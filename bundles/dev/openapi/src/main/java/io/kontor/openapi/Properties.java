package io.kontor.openapi;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The properties of an object as the mapper sees them. */
final class Properties {

    /**
     * One property.
     *
     * @param required whether it always is sent, or must be
     * @param nullable whether it may be the JSON null
     * @param text whether it is written as text, such as an amount that no floating number may touch
     */
    record Property(String name, JavaType type, boolean required, boolean nullable, boolean text) {}

    private final JsonMapper mapper;
    private final SerializationConfig writing;
    private final DeserializationConfig reading;

    Properties(JsonMapper mapper) {
        this.mapper = mapper;
        this.writing = mapper.getSerializationConfig();
        this.reading = mapper.getDeserializationConfig();
    }

    List<Property> of(JavaType type, Direction direction) {
        return switch (direction) {
            case SENT -> sent(type);
            case RECEIVED -> received(type);
        };
    }

    /** The type that stands in the JSON instead of this one, where the class says so. */
    Optional<JavaType> replacement(JavaType type, Direction direction) {
        return switch (direction) {
            case SENT ->
                Optional.ofNullable(writing.introspect(type).findJsonValueAccessor())
                        .map(AnnotatedMember::getType);
            case RECEIVED ->
                Stream.of(type.getRawClass().getDeclaredConstructors())
                        .filter(Properties::delegating)
                        .map(constructor -> mapper.constructType(constructor.getGenericParameterTypes()[0]))
                        .findFirst();
        };
    }

    private static boolean delegating(Constructor<?> constructor) {
        JsonCreator creator = constructor.getAnnotation(JsonCreator.class);
        return creator != null && creator.mode() == JsonCreator.Mode.DELEGATING;
    }

    private List<Property> sent(JavaType type) {
        BeanDescription description = writing.introspect(type);
        JsonInclude.Value general = description.findPropertyInclusion(writing.getDefaultPropertyInclusion());
        return description.findProperties().stream()
                .filter(BeanPropertyDefinition::couldSerialize)
                .map(property -> {
                    boolean absentable = absentable(type, property);
                    boolean always =
                            general.withOverrides(property.findInclusion()).getValueInclusion()
                                    == JsonInclude.Include.ALWAYS;
                    boolean required = always || !mayBeOmitted(general, property, absentable);
                    return new Property(
                            property.getName(),
                            property.getAccessor().getType(),
                            required,
                            always && absentable,
                            text(property.getAccessor()));
                })
                .toList();
    }

    private static boolean mayBeOmitted(JsonInclude.Value general, BeanPropertyDefinition property, boolean absent) {
        JavaType type = property.getAccessor().getType();
        return switch (general.withOverrides(property.findInclusion()).getValueInclusion()) {
            case ALWAYS, USE_DEFAULTS -> false;
            case NON_NULL, NON_ABSENT -> absent;
            case NON_EMPTY -> absent || type.isContainerType() || type.hasRawClass(String.class);
            case NON_DEFAULT, CUSTOM -> true;
        };
    }

    private List<Property> received(JavaType type) {
        return reading.introspect(type).findProperties().stream()
                .filter(BeanPropertyDefinition::couldDeserialize)
                .map(property -> new Property(
                        property.getName(),
                        property.getMutator().getType(),
                        property.isRequired(),
                        absentable(type, property),
                        text(property.getMutator())))
                .toList();
    }

    private boolean text(AnnotatedMember member) {
        JsonFormat.Value format = writing.getAnnotationIntrospector().findFormat(member);
        return format != null && format.getShape() == JsonFormat.Shape.STRING;
    }

    private static boolean absentable(JavaType type, BeanPropertyDefinition property) {
        JavaType own = property.getPrimaryType();
        if (own.isReferenceType() || own.getRawClass().getName().startsWith("java.util.Optional")) {
            return true;
        }
        RecordComponent[] components = type.getRawClass().getRecordComponents();
        return components != null
                && Stream.of(components)
                        .filter(component -> component.getName().equals(property.getInternalName()))
                        .anyMatch(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }
}
