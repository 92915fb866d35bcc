package io.kontor.telemetry.internal;

import io.kontor.telemetry.MetricSink;
import io.kontor.telemetry.MetricSource;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.slf4j.MDC;

/**
 * Gives every request an id for the log lines it causes, counts requests and their time by
 * area and answer, and lets none in any more when the product stops.
 */
@Component(service = {Filter.class, MetricSource.class})
@HttpWhiteboardFilterName("io.kontor.telemetry.requests")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
@ServiceRanking(1000)
public final class RequestFilter implements Filter, MetricSource {

    private static final String KEY = "request";
    private static final String CONNECTION = "Connection";
    private static final String CLOSE = "close";
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final Map<Area, Sum> sums = new ConcurrentSkipListMap<>();
    private final Traffic traffic;

    @Activate
    public RequestFilter(@Reference Traffic traffic) {
        this.traffic = traffic;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpChannel channel = Request.getBaseRequest(request).getHttpChannel();
        traffic.through(channel.getServer());
        if (cannotBeAnswered(channel) || !traffic.enter()) {
            turnAway((HttpServletResponse) response);
            return;
        }
        if (traffic.closing()) {
            ((HttpServletResponse) response).setHeader(CONNECTION, CLOSE);
        }
        long began = System.nanoTime();
        MDC.put(KEY, id((HttpServletRequest) request));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(KEY);
            count((HttpServletRequest) request, (HttpServletResponse) response, System.nanoTime() - began);
            leaveWhenAnswered(request, response);
        }
    }

    /**
     * A connection whose last answer was begun before the doors closed ends with that answer, which did not say so. The
     * request that the client sent after it must not do anything: nobody would ever learn that it did.
     */
    private static boolean cannotBeAnswered(HttpChannel channel) {
        return channel.getEndPoint().isOutputShutdown();
    }

    private static void turnAway(HttpServletResponse response) {
        response.setHeader(CONNECTION, CLOSE);
        response.setHeader("Retry-After", "10");
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    /** A stream to a browser never is answered; at a stop whoever sends it ends it. */
    private void leaveWhenAnswered(ServletRequest request, ServletResponse response) {
        boolean stream = String.valueOf(response.getContentType()).startsWith("text/event-stream");
        if (request.isAsyncStarted() && !stream) {
            request.getAsyncContext().addListener(new Leaving());
        } else {
            traffic.leave();
        }
    }

    @Override
    public void report(MetricSink sink) {
        sums.forEach((area, sum) -> {
            Map<String, String> labels = Map.of("area", area.name(), "status", area.status() + "xx");
            sink.counter(
                    "kontor_http_requests_total",
                    "Requests answered.",
                    labels,
                    sum.requests().sum());
            sink.counter(
                    "kontor_http_seconds_total",
                    "Time spent in requests, until the servlet returned.",
                    labels,
                    sum.nanos().sum() / 1e9);
        });
    }

    /** An id that a proxy gave is kept when it is harmless in a log line. One of our own is unique, but no secret. */
    private static String id(HttpServletRequest request) {
        String given = request.getHeader("X-Request-Id");
        if (given != null && HARMLESS.matcher(given).matches()) {
            return given;
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private void count(HttpServletRequest request, HttpServletResponse response, long nanos) {
        Area area = new Area(area(request.getRequestURI()), response.getStatus() / 100);
        Sum sum = sums.computeIfAbsent(area, key -> new Sum(new LongAdder(), new LongAdder()));
        sum.requests().increment();
        sum.nanos().add(nanos);
    }

    /** Few values, whatever is asked for. */
    private static String area(String path) {
        for (String known : new String[] {"api", "hook", "ui", "health", "metrics"}) {
            if (path.startsWith("/" + known + "/") || path.equals("/" + known)) {
                return known;
            }
        }
        return "other";
    }

    /** Later than the servlet returned: the request waited for something. */
    private final class Leaving implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            traffic.leave();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // onComplete follows
        }

        @Override
        public void onError(AsyncEvent event) {
            // onComplete follows
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            event.getAsyncContext().addListener(this);
        }
    }

    private record Area(String name, int status) implements Comparable<Area> {
        @Override
        public int compareTo(Area other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : Integer.compare(status, other.status);
        }
    }

    private record Sum(LongAdder requests, LongAdder nanos) {}
}
