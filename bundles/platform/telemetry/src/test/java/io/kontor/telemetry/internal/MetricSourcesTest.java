package io.kontor.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricSourcesTest {

    private final MetricSources sources = new MetricSources();

    @Test
    void aFamilyIsWrittenOnceWithAllItsSamples() {
        sources.add(sink -> {
            sink.gauge("kontor_jobs_queued", "Jobs that wait.", Map.of("queue", "mail"), 3);
            sink.gauge("kontor_jobs_queued", "Jobs that wait.", Map.of("queue", "import"), 0.5);
        });
        assertEquals(
                List.of(
                        "# HELP kontor_jobs_queued Jobs that wait.",
                        "# TYPE kontor_jobs_queued gauge",
                        "kontor_jobs_queued{queue=\"import\"} 0.5",
                        "kontor_jobs_queued{queue=\"mail\"} 3.0"),
                text().lines().filter(line -> line.contains("kontor_")).toList());
    }

    @Test
    void aCounterIsWrittenUnderTheNameThatItWasReportedBy() {
        sources.add(sink -> sink.counter("kontor_http_requests_total", "Requests answered.", Map.of("area", "api"), 7));
        assertTrue(text().contains("\nkontor_http_requests_total{area=\"api\"} 7.0\n"), text());
    }

    @Test
    void labelsAreEscapedAsTheFormatDemands() {
        sources.add(sink -> sink.counter("kontor_x_total", "x", Map.of("path", "a\"b\\c\nd"), 1));
        assertTrue(text().contains("{path=\"a\\\"b\\\\c\\nd\"} 1.0"), text());
    }

    @Test
    void aNameThatPrometheusWouldRefuseIsRefused() {
        Scrape scrape = new Scrape();
        assertThrows(IllegalArgumentException.class, () -> scrape.gauge("kontor jobs", "x", Map.of(), 1));
        assertThrows(IllegalArgumentException.class, () -> scrape.counter("kontor_jobs", "x", Map.of(), 1));
    }

    @Test
    void aSourceThatFailsOrRepeatsItselfIsLeftOutAlone() {
        sources.add(sink -> {
            throw new IllegalStateException("the source is broken");
        });
        sources.add(sink -> {
            sink.gauge("kontor_twice", "x", Map.of(), 1);
            sink.gauge("kontor_twice", "x", Map.of(), 2);
        });
        sources.add(sink -> sink.gauge("kontor_good", "x", Map.of(), 1));
        assertTrue(text().contains("\nkontor_good 1.0\n"), text());
        assertFalse(text().contains("kontor_twice"), text());
    }

    @Test
    void aNameBelongsToOneSource() {
        sources.add(sink -> sink.gauge("jvm_threads_current", "mine", Map.of(), -1));
        assertFalse(text().contains("jvm_threads_current -1"), text());
    }

    @Test
    void theProcessIsKnownUnderTheUsualNames() {
        for (String name : List.of(
                "process_resident_memory_bytes ",
                "process_cpu_seconds_total ",
                "jvm_memory_used_bytes{area=\"heap\"} ",
                "jvm_threads_current ",
                "jvm_classes_currently_loaded ")) {
            String value = text().lines()
                    .filter(line -> line.startsWith(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(name + "is missing in " + text()))
                    .substring(name.length());
            assertTrue(Double.parseDouble(value) > 0, name + value);
        }
    }

    private String text() {
        return PrometheusTextFormatWriter.create().toDebugString(sources.scrape());
    }
}
