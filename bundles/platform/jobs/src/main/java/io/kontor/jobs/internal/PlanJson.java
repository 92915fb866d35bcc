package io.kontor.jobs.internal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import io.kontor.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Plans are JSON in the table, never Java serialisation: they outlive the classes that made them. */
final class PlanJson implements Serializer {

    private final JsonMapper mapper = Json.mapper();

    @Override
    public byte[] serialize(Object data) {
        try {
            return mapper.writeValueAsBytes(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] stored) {
        try {
            return mapper.readValue(stored, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
