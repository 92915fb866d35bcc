package io.kontor.rest.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.kontor.kernel.KontorException;
import io.kontor.rest.ClientRequest;
import io.kontor.rest.Problem;
import io.kontor.rest.RestError;
import java.io.IOException;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.WebApplicationException;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.ExceptionMapper;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns everything that is thrown into a problem document. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {

    /** The log key of the request's id; the door sets it. */
    static final String REQUEST_KEY = "request";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable failure) {
        Problem problem = problem(failure, requestId());
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.toJson());
        if (failure instanceof WebApplicationException web && web.getResponse().getHeaderString("Allow") != null) {
            answer.header("Allow", web.getResponse().getHeaderString("Allow"));
        }
        if (problem.retryAfterSeconds() > 0) {
            answer.header("Retry-After", problem.retryAfterSeconds());
        }
        return answer.build();
    }

    static Problem problem(Throwable failure, String request) {
        if (failure instanceof KontorException known) {
            if (known.error().kind().status() >= Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
                LOG.warn(
                        "Request {} was answered with {}",
                        request,
                        known.error().code(),
                        known);
            }
            return Problem.of(known);
        }
        if (failure instanceof Fault && failure.getCause() != null) {
            return problem(failure.getCause(), request);
        }
        if (failure instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return Problem.of(new KontorException(error(web.getResponse().getStatus())));
        }
        if (failure instanceof IOException && !(failure instanceof JsonProcessingException)) {
            LOG.info("Request {} ended early, its client went away: {}", request, failure.getMessage());
        } else {
            LOG.error("Request {} failed", request, failure);
        }
        return Problem.of(new KontorException(RestError.FAILED, Map.of("request", request)));
    }

    private static String requestId() {
        HttpServletRequest http = (HttpServletRequest)
                JAXRSUtils.getCurrentMessage().getExchange().getInMessage().get(AbstractHTTPDestination.HTTP_REQUEST);
        return ClientRequest.of(http).id();
    }

    private static RestError error(int status) {
        return switch (status) {
            case 404 -> RestError.PATH_UNKNOWN;
            case 405 -> RestError.METHOD;
            case 406 -> RestError.NOT_ACCEPTABLE;
            case 415 -> RestError.MEDIA;
            default -> RestError.REFUSED;
        };
    }

    /** CXF has an own mapper for these, which only one of exactly this type replaces. */
    public static final class ForWebExceptions implements ExceptionMapper<WebApplicationException> {

        private final ProblemMapper all = new ProblemMapper();

        @Override
        public Response toResponse(WebApplicationException failure) {
            return all.toResponse(failure);
        }
    }
}
