package io.kontor.rest.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Optional;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is stored and sent.
 *
 * @param location the header {@code Location}
 * @param version the header {@code ETag}
 * @param body JSON; empty for none
 */
record Answer(int status, Optional<String> location, Optional<String> version, byte[] body) {

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    /** What a resource method returned. */
    static Answer of(@Nullable Object result, Method method, JsonBody json) {
        try {
            if (result instanceof Response response) {
                Object entity = response.getEntity();
                byte[] body = entity == null ? new byte[0] : json.bytes(entity, entity.getClass());
                return new Answer(response.getStatus(), header(response, "Location"), header(response, "ETag"), body);
            }
            return result == null
                    ? new Answer(NO_CONTENT, Optional.empty(), Optional.empty(), new byte[0])
                    : new Answer(
                            OK, Optional.empty(), Optional.empty(), json.bytes(result, method.getGenericReturnType()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Response response() {
        Response.ResponseBuilder answer = Response.status(status);
        location.ifPresent(value -> answer.header("Location", value));
        version.ifPresent(value -> answer.header("ETag", value));
        if (body.length > 0) {
            answer.type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        }
        return answer.build();
    }

    private static Optional<String> header(Response response, String name) {
        return Optional.ofNullable(response.getHeaderString(name));
    }
}
