package io.kontor.rest.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;

/**
 * Leaves the time of an answer (RFC 9110, 6.6.1) to the web server, which writes it once a second. CXF would make a date
 * format of its own for every answer that has no such header yet, before its filters see it.
 */
final class DateHeader extends AbstractPhaseInterceptor<Message> {

    private static final String DATE = "Date";

    DateHeader() {
        super(Phase.PRE_MARSHAL);
    }

    @Override
    public void handleMessage(Message answer) {
        if (answer.getExchange().getInMessage().get(AbstractHTTPDestination.HTTP_RESPONSE)
                instanceof HttpServletResponse http) {
            String written = http.getHeader(DATE);
            if (written != null) {
                headers(answer).put(DATE, List.of(written));
            }
        }
    }

    private static Map<String, List<Object>> headers(Message answer) {
        Map<String, List<Object>> headers = CastUtils.cast((Map<?, ?>) answer.get(Message.PROTOCOL_HEADERS));
        if (headers == null) {
            headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            answer.put(Message.PROTOCOL_HEADERS, headers);
        }
        return headers;
    }
}
