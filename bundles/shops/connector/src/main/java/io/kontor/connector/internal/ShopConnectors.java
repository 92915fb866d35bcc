package io.kontor.connector.internal;

import io.kontor.connector.ConnectorError;
import io.kontor.connector.ShopConnector;
import io.kontor.kernel.KontorException;
import io.kontor.webhooks.WebhookSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The installed kinds of shops. While one is away, the door holds its messages: nobody else answers for its kind. */
@Component(service = ShopConnectors.class)
public class ShopConnectors {

    private final Map<String, Installed> installed = new ConcurrentHashMap<>();
    private final ShopDeliveries deliveries;
    private final BundleContext context;

    private record Installed(ShopConnector connector, ServiceRegistration<WebhookSource> source) {}

    @Activate
    public ShopConnectors(@Reference ShopDeliveries deliveries, BundleContext context) {
        this.deliveries = deliveries;
        this.context = context;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    protected void bind(ShopConnector connector) {
        ServiceRegistration<WebhookSource> source =
                context.registerService(WebhookSource.class, new ShopWebhookSource(connector, deliveries), null);
        Installed former = installed.put(connector.kind(), new Installed(connector, source));
        if (former != null) {
            former.source().unregister();
        }
    }

    protected void unbind(ShopConnector connector) {
        Installed known = installed.get(connector.kind());
        if (known != null && known.connector() == connector && installed.remove(connector.kind(), known)) {
            known.source().unregister();
        }
    }

    @Deactivate
    void deactivate() {
        installed.values().forEach(known -> known.source().unregister());
        installed.clear();
    }

    List<ShopConnector> all() {
        return installed.values().stream()
                .map(Installed::connector)
                .sorted(Comparator.comparing(ShopConnector::kind))
                .toList();
    }

    Optional<ShopConnector> find(String kind) {
        return Optional.ofNullable(installed.get(kind)).map(Installed::connector);
    }

    /** @throws KontorException {@link ConnectorError#KIND_UNKNOWN} */
    ShopConnector require(String kind) {
        return find(kind).orElseThrow(() -> new KontorException(ConnectorError.KIND_UNKNOWN, Map.of("kind", kind)));
    }
}
