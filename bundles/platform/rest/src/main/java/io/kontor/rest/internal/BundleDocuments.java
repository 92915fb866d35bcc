package io.kontor.rest.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The interface descriptions of the active bundles; each is read once, when its bundle starts. */
@Component(service = BundleDocuments.class)
public final class BundleDocuments {

    private static final Logger LOG = LoggerFactory.getLogger(BundleDocuments.class);

    private final BundleTracker<ObjectNode> bundles;

    @Activate
    public BundleDocuments(BundleContext context) {
        bundles = new BundleTracker<>(context, Bundle.ACTIVE, null) {
            @Override
            public @Nullable ObjectNode addingBundle(Bundle bundle, @Nullable BundleEvent event) {
                return read(bundle).orElse(null);
            }
        };
        bundles.open();
    }

    Collection<ObjectNode> all() {
        return bundles.getTracked().values();
    }

    private static Optional<ObjectNode> read(Bundle bundle) {
        URL entry = bundle.getEntry(ApiDocument.ENTRY);
        if (entry == null) {
            return Optional.empty();
        }
        try (InputStream document = entry.openStream()) {
            return Optional.of(ApiDocument.read(document));
        } catch (IOException e) {
            LOG.warn("The interface of {} is not described: its {} cannot be read", bundle, ApiDocument.ENTRY, e);
            return Optional.empty();
        }
    }

    @Deactivate
    void stop() {
        bundles.close();
    }
}
