package io.kontor.telemetry.internal;

import io.kontor.telemetry.MetricSource;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks every source of numbers. One that fails is left out of this scrape, and the log says so. */
@Component(service = MetricSources.class)
public final class MetricSources {

    private static final Logger LOG = LoggerFactory.getLogger(MetricSources.class);

    private final ProcessMetrics process = new ProcessMetrics();
    private final Set<MetricSource> sources = ConcurrentHashMap.newKeySet();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(MetricSource source) {
        sources.add(source);
    }

    void remove(MetricSource source) {
        sources.remove(source);
    }

    MetricSnapshots scrape() {
        Map<String, MetricSnapshot> byName = new TreeMap<>();
        process.snapshots().forEach(snapshot -> byName.put(name(snapshot), snapshot));
        for (MetricSource source : sources) {
            for (MetricSnapshot snapshot : asked(source)) {
                if (byName.putIfAbsent(name(snapshot), snapshot) != null) {
                    LOG.warn(
                            "{} reports {}, which is another one's",
                            source.getClass().getName(),
                            name(snapshot));
                }
            }
        }
        return new MetricSnapshots(byName.values());
    }

    private static List<MetricSnapshot> asked(MetricSource source) {
        try {
            Scrape scrape = new Scrape();
            source.report(scrape);
            return scrape.snapshots();
        } catch (RuntimeException e) {
            LOG.warn("The metrics of {} are missing", source.getClass().getName(), e);
            return List.of();
        }
    }

    private static String name(MetricSnapshot snapshot) {
        return snapshot.getMetadata().getPrometheusName();
    }
}
