package io.kontor.rest.internal;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.kernel.Json;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mapper of one endpoint. Stricter on reading than events and settings are: what a client leaves out or sends in
 * another type is its mistake, and it is told which field.
 */
public final class RestJson {

    private RestJson() {}

    public static JsonMapper mapper() {
        JsonMapper mapper = Json.mapper()
                .rebuild()
                .annotationIntrospector(new RequiredComponents())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
        for (Class<?> container : List.of(List.class, Set.class, Collection.class, Map.class)) {
            mapper.configOverride(container).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        return mapper;
    }

    /**
     * A record component must be sent unless it is an Optional, a container, a boolean or {@code @Nullable}. This runs
     * once per class, when the mapper first meets it.
     */
    private static final class RequiredComponents extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
            Boolean said = super.hasRequiredMarker(member);
            if (said != null || !(member instanceof AnnotatedParameter parameter)) {
                return said;
            }
            return parameter.getOwner().getAnnotated() instanceof Constructor<?> constructor
                            && constructor.getDeclaringClass().isRecord()
                            && required(constructor, parameter)
                    ? Boolean.TRUE
                    : null;
        }

        @Override
        public JsonSetter.Value findSetterInfo(com.fasterxml.jackson.databind.introspect.Annotated annotated) {
            JsonSetter.Value said = super.findSetterInfo(annotated);
            boolean nullFails = said.nonDefaultValueNulls() == null
                    && annotated instanceof AnnotatedParameter parameter
                    && Boolean.TRUE.equals(hasRequiredMarker(parameter));
            return nullFails ? said.withValueNulls(Nulls.FAIL, said.getContentNulls()) : said;
        }

        private static boolean required(Constructor<?> constructor, AnnotatedParameter parameter) {
            Class<?> type = parameter.getRawType();
            if (type == Optional.class
                    || type == boolean.class
                    || Collection.class.isAssignableFrom(type)
                    || Map.class.isAssignableFrom(type)) {
                return false;
            }
            AnnotatedElement use = constructor.getAnnotatedParameterTypes()[parameter.getIndex()];
            return !use.isAnnotationPresent(Nullable.class);
        }
    }
}
