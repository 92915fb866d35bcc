package io.kontor.rest.internal;

import io.kontor.rest.Created;
import io.kontor.rest.Versioned;
import io.kontor.rest.Versions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import javax.ws.rs.core.Response;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.message.Exchange;
import org.jspecify.annotations.Nullable;

/** Calls the resource method; inside an outer transaction where the client wants it once. */
final class OperationInvoker extends JAXRSInvoker {

    private final Idempotency idempotency;
    private final JsonBody json;

    OperationInvoker(Idempotency idempotency, JsonBody json) {
        this.idempotency = idempotency;
        this.json = json;
    }

    @Override
    protected @Nullable Object performInvocation(Exchange exchange, Object resource, Method method, Object[] parameters)
            throws Exception {
        Intent intent = exchange.get(Intent.class);
        if (intent == null) {
            return answer(super.performInvocation(exchange, resource, method, parameters));
        }
        Response response = idempotency
                .once(intent, () -> Answer.of(call(exchange, resource, method, parameters), method, json))
                .response();
        return response;
    }

    /** What a method said by the type of its answer, as JAX-RS sends it. */
    private static @Nullable Object answer(@Nullable Object result) {
        if (result instanceof Versioned<?> versioned) {
            return Response.ok(versioned.body())
                    .header("ETag", Versions.tag(versioned.version()))
                    .build();
        }
        if (result instanceof Created<?> created) {
            // The builder's own created() would put the address before it at which the first request ever came in.
            Response.ResponseBuilder answer = Response.status(Response.Status.CREATED)
                    .header("Location", created.location().toString())
                    .entity(created.body());
            created.version().ifPresent(version -> answer.header("ETag", Versions.tag(version)));
            return answer.build();
        }
        return result;
    }

    private @Nullable Object call(Exchange exchange, Object resource, Method method, Object[] parameters) {
        try {
            return answer(super.performInvocation(exchange, resource, method, parameters));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(method + " failed", e.getCause());
        } catch (Exception e) {
            throw new IllegalStateException(method + " cannot be called", e);
        }
    }
}
