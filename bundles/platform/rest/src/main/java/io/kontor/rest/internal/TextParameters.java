package io.kontor.rest.internal;

import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.TypedId;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;
import org.jspecify.annotations.Nullable;

/** Reads identifiers, dates, moments, numbers and choices out of the path and the query; what is malformed names the parameter. */
public final class TextParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, ?> read;
        if (type == UUID.class) {
            read = UUID::fromString;
        } else if (type == Instant.class) {
            read = Instant::parse;
        } else if (type == LocalDate.class) {
            read = LocalDate::parse;
        } else if (type == int.class || type == Integer.class) {
            read = Integer::valueOf;
        } else if (type.isEnum()) {
            read = text -> choice(type, text);
        } else if (TypedId.class.isAssignableFrom(type) && type.isRecord()) {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            read = text -> identifier(constructor, UUID.fromString(text));
        } else {
            return null;
        }
        return new Converter<>((Function<String, T>) read, annotations);
    }

    private static Object choice(Class<?> type, String text) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it is none of the choices"));
    }

    private static Object identifier(Constructor<?> constructor, UUID value) {
        try {
            return constructor.newInstance(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " must be public and take a UUID", e);
        }
    }

    private record Converter<T>(Function<String, T> read, String parameter, boolean path) implements ParamConverter<T> {

        Converter(Function<String, T> read, Annotation[] annotations) {
            this(read, name(annotations), Stream.of(annotations).anyMatch(PathParam.class::isInstance));
        }

        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return read.apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                if (path) {
                    throw new KontorException(KernelError.NOT_FOUND, Map.of("type", "record"), e);
                }
                throw new KontorException(
                        KernelError.INVALID, Map.of("field", parameter, "reason", "it has another shape"), e);
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }

        private static String name(Annotation[] annotations) {
            for (Annotation annotation : annotations) {
                if (annotation instanceof QueryParam query) {
                    return query.value();
                }
                if (annotation instanceof PathParam path) {
                    return path.value();
                }
            }
            return "parameter";
        }
    }
}
