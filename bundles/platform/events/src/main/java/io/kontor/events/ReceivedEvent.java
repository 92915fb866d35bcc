package io.kontor.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kontor.kernel.Ref;
import java.time.Instant;

/**
 * An event as a consumer gets it.
 *
 * @param position its place in the one order of all events, without gaps
 * @param name the event's stable name
 * @param schema the version of the payload's shape
 * @param subject what it happened to
 * @param at when it was published
 * @param payload the JSON
 */
public record ReceivedEvent(long position, String name, int schema, Ref subject, Instant at, String payload) {

    /**
     * The payload as the publisher's record.
     *
     * @throws IllegalArgumentException if it has another shape
     */
    public <T> T as(Class<T> type, ObjectMapper mapper) {
        try {
            return mapper.readValue(payload, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Event " + name + " at " + position + " is not a " + type, e);
        }
    }
}
