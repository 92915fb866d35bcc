package io.kontor.rest.internal;

import io.kontor.rest.Caller;
import io.kontor.rest.ClientRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import org.apache.cxf.io.DelegatingInputStream;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/** Asks the operation's guard after the path is matched and before the body is read. */
public final class GuardFilter implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Map<Method, Guarded> operations;
    private final Idempotency idempotency;
    private final int largestBody;

    GuardFilter(Map<Method, Guarded> operations, Idempotency idempotency, int largestBody) {
        this.operations = operations;
        this.idempotency = idempotency;
        this.largestBody = largestBody;
    }

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        Message message = JAXRSUtils.getCurrentMessage();
        Exchange exchange = message.getExchange();
        // A request header of CXF's own would let the client cut off the answer.
        exchange.setOneWay(false);
        Method method = exchange.get(OperationResourceInfo.class).getMethodToInvoke();
        Guarded operation = operations.get(method);
        if (operation == null) {
            throw new IllegalStateException("No guard for " + method);
        }
        HttpServletRequest http = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        ClientRequest request = ClientRequest.of(http);
        operation.guard().check((Caller) http.getAttribute(Caller.class.getName()), request);
        LimitedRequest.limit(http, operation.largestBody(largestBody));
        String key = operation.repeatable() ? context.getHeaderString(Idempotency.HEADER) : null;
        if (key != null) {
            byte[] body = context.hasEntity() ? context.getEntityStream().readAllBytes() : new byte[0];
            context.setEntityStream(new ByteArrayInputStream(body));
            exchange.put(Intent.class, idempotency.intent(key, http, body, operation));
        } else if (READING.contains(http.getMethod())) {
            // CXF would keep a copy of what is left of the body before it answers; of these there is none to keep.
            message.removeContent(DelegatingInputStream.class);
        }
    }
}
