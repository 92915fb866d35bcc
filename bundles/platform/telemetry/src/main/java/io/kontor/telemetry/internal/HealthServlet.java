package io.kontor.telemetry.internal;

import io.kontor.telemetry.Health;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: it can do its work, else 503. Says which part
 * is down to everybody, and why only to the operator ({@code ./kontor health}).
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("io.kontor.telemetry.health")
@HttpWhiteboardServletPattern("/health/*")
public final class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Readiness readiness;

    @Activate
    public HealthServlet(@Reference Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = String.valueOf(request.getPathInfo());
        switch (path) {
            case "/live" -> answer(response, HttpServletResponse.SC_OK, "{\"status\":\"UP\"}");
            case "/ready" -> answerReadiness(response);
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void answerReadiness(HttpServletResponse response) throws IOException {
        Map<String, Health> states = readiness.ask();
        boolean ready = states.values().stream().allMatch(Health::ready);
        String checks = states.entrySet().stream()
                .map(state ->
                        "\"" + state.getKey() + "\":\"" + word(state.getValue().ready()) + "\"")
                .collect(Collectors.joining(","));
        answer(
                response,
                ready ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                "{\"status\":\"" + word(ready) + "\",\"checks\":{" + checks + "}}");
    }

    private static String word(boolean ready) {
        return ready ? "UP" : "DOWN";
    }

    private static void answer(HttpServletResponse response, int status, String json) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(json);
    }
}
