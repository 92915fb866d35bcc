package io.kontor.rest.internal;

import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import org.apache.cxf.jaxrs.utils.JAXRSUtils;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/**
 * Leaves the time of an answer (RFC 9110, 6.6.1) to the web server, which writes it once a second. CXF would make a date
 * format of its own for every answer that has no such header yet.
 */
public final class DateHeader implements ContainerResponseFilter {

    private static final String DATE = "Date";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) {
        if (JAXRSUtils.getCurrentMessage().getExchange().getInMessage().get(AbstractHTTPDestination.HTTP_RESPONSE)
                instanceof HttpServletResponse http) {
            String written = http.getHeader(DATE);
            if (written != null) {
                answer.getHeaders().putSingle(DATE, written);
            }
        }
    }
}
