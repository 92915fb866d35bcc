package io.kontor.telemetry.internal;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.service.metatype.annotations.Designate;

/**
 * {@code /metrics} for Prometheus: with the token of the node settings from anywhere, without one only from this
 * machine, and not through a proxy on it.
 */
@Component(service = Servlet.class, configurationPid = "io.kontor.telemetry")
@Designate(ocd = TelemetryConfiguration.class)
@HttpWhiteboardServletName("io.kontor.telemetry.metrics")
@HttpWhiteboardServletPattern("/metrics")
public final class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** The text format of Prometheus, or OpenMetrics for whoever asks for it. */
    private static final ExpositionFormats FORMATS = ExpositionFormats.init();

    private final transient MetricSources sources;
    private final String token;

    @Activate
    public MetricsServlet(TelemetryConfiguration configuration, @Reference MetricSources sources) {
        this(configuration.metrics_token(), sources);
    }

    MetricsServlet(String token, MetricSources sources) {
        this.token = token;
        this.sources = sources;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!allowed(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ExpositionFormatWriter writer = FORMATS.findWriter(request.getHeader("Accept"));
        response.setContentType(writer.getContentType());
        response.setHeader("Cache-Control", "no-store");
        writer.write(response.getOutputStream(), sources.scrape());
    }

    private boolean allowed(HttpServletRequest request) throws IOException {
        String authorization = request.getHeader("Authorization");
        if (!token.isBlank() && authorization != null) {
            return MessageDigest.isEqual(
                    ("Bearer " + token).getBytes(StandardCharsets.UTF_8),
                    authorization.getBytes(StandardCharsets.UTF_8));
        }
        boolean direct = request.getHeader("X-Forwarded-For") == null && request.getHeader("Forwarded") == null;
        return token.isBlank()
                && direct
                && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }
}
