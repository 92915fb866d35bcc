package io.kontor.telemetry.internal;

import io.kontor.telemetry.MetricSource;
import java.util.Set;
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

    private final Set<MetricSource> sources = ConcurrentHashMap.newKeySet();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(MetricSource source) {
        sources.add(source);
    }

    void remove(MetricSource source) {
        sources.remove(source);
    }

    String scrape() {
        PrometheusText text = new PrometheusText();
        for (MetricSource source : sources) {
            try {
                source.report(text);
            } catch (RuntimeException e) {
                LOG.warn("The metrics of {} are missing", source.getClass().getName(), e);
            }
        }
        return text.toString();
    }
}
