package io.kontor.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {

    private final PrometheusText text = new PrometheusText();

    @Test
    void writesAFamilyOnceWithAllItsSamples() {
        text.gauge("kontor_jobs_queued", "Jobs that wait.", Map.of("queue", "mail"), 3);
        text.gauge("kontor_jobs_queued", "Jobs that wait.", Map.of("queue", "import"), 0.5);
        assertEquals("""
                # HELP kontor_jobs_queued Jobs that wait.
                # TYPE kontor_jobs_queued gauge
                kontor_jobs_queued{queue="mail"} 3
                kontor_jobs_queued{queue="import"} 0.5
                """, text.toString());
    }

    @Test
    void escapesLabelsAsTheFormatDemands() {
        text.counter("kontor_x_total", "x", Map.of("path", "a\"b\\c\nd"), 1);
        assertTrue(text.toString().contains("{path=\"a\\\"b\\\\c\\nd\"} 1"), text.toString());
    }

    @Test
    void refusesANameThatPrometheusWouldRefuse() {
        assertThrows(IllegalArgumentException.class, () -> text.gauge("kontor jobs", "x", Map.of(), 1));
    }

    @Test
    void knowsTheProcessItRunsIn() {
        new ProcessMetrics().report(text);
        String resident = text.toString()
                .lines()
                .filter(line -> line.startsWith("process_resident_memory_bytes "))
                .findFirst()
                .orElseThrow();
        assertTrue(Double.parseDouble(resident.split(" ")[1]) > 10_000_000, resident);
    }
}
