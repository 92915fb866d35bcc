package io.kontor.rest.internal;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import org.jspecify.annotations.Nullable;

/** Reads and writes the bodies of one endpoint; it and its mapper go with the endpoint. */
public final class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    private static final Set<Class<?>> RAW = Set.of(String.class, byte[].class, Response.class);

    private final JsonMapper mapper = RestJson.mapper();
    private final Map<Type, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Map<Type, ObjectWriter> writers = new ConcurrentHashMap<>();

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, @Nullable MediaType media) {
        return json(media) && structured(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        try {
            Object value = reader(generic).readValue(body);
            if (value == null) {
                throw BodyProblems.malformed("it is null");
            }
            return value;
        } catch (IOException e) {
            throw BodyProblems.of(e);
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, @Nullable MediaType media) {
        return json(media) && structured(type);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        byte[] bytes = bytes(value, generic);
        headers.putSingle("Content-Length", bytes.length);
        body.write(bytes);
    }

    /** The value as JSON; whole before the first byte is sent, so that a failure can still be answered properly. */
    byte[] bytes(Object value, Type generic) throws IOException {
        return writer(value, generic).writeValueAsBytes(value);
    }

    private ObjectReader reader(Type type) {
        return readers.computeIfAbsent(type, t -> mapper.readerFor(mapper.constructType(t)));
    }

    private ObjectWriter writer(Object value, Type generic) {
        JavaType declared = mapper.constructType(generic);
        boolean parametric =
                declared.hasGenericTypes() && declared.getRawClass().isInstance(value);
        Type key = parametric ? generic : value.getClass();
        return writers.computeIfAbsent(key, t -> mapper.writerFor(mapper.constructType(t)));
    }

    private static boolean json(@Nullable MediaType media) {
        return media == null
                || media.isWildcardType()
                || media.isWildcardSubtype()
                || media.getSubtype().equals("json")
                || media.getSubtype().endsWith("+json");
    }

    private static boolean structured(Class<?> type) {
        return !RAW.contains(type)
                && !InputStream.class.isAssignableFrom(type)
                && !StreamingOutput.class.isAssignableFrom(type);
    }
}
