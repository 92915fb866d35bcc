package io.kontor.telemetry.internal;

import io.kontor.telemetry.MetricSink;
import io.kontor.telemetry.MetricSource;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.propertytypes.ServiceRanking;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardFilterPattern;
import org.slf4j.MDC;

/** Gives every request an id for the log lines it causes, and counts requests and their time by area and answer. */
@Component(service = {Filter.class, MetricSource.class})
@HttpWhiteboardFilterName("io.kontor.telemetry.requests")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
@ServiceRanking(1000)
public final class RequestFilter implements Filter, MetricSource {

    private static final String KEY = "request";

    private final Map<Area, Sum> sums = new ConcurrentSkipListMap<>();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long began = System.nanoTime();
        MDC.put(KEY, id((HttpServletRequest) request));
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(KEY);
            count((HttpServletRequest) request, (HttpServletResponse) response, System.nanoTime() - began);
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

    /** An id that a proxy gave is kept when it is harmless in a log line. */
    private static String id(HttpServletRequest request) {
        String given = request.getHeader("X-Request-Id");
        return given != null && given.matches("[A-Za-z0-9-]{1,64}")
                ? given
                : UUID.randomUUID().toString();
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

    private record Area(String name, int status) implements Comparable<Area> {
        @Override
        public int compareTo(Area other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : Integer.compare(status, other.status);
        }
    }

    private record Sum(LongAdder requests, LongAdder nanos) {}
}
