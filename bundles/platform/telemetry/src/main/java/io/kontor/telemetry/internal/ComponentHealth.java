package io.kontor.telemetry.internal;

import io.kontor.telemetry.Health;
import io.kontor.telemetry.HealthCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * Ready when the start is through, every bundle of Kontor runs and each of its components has what it refers to. A
 * component refers to the tables of its module, so this covers the database and every migration.
 */
@Component(service = HealthCheck.class)
public final class ComponentHealth implements HealthCheck {

    private static final String OURS = "io.kontor.";

    /** Where bundles are from that come and go while the product runs; the modules engine answers for them. */
    private static final String MODULE = "kontor:";

    /** Published by Karaf when the boot features are in. */
    private static final String BOOT_FINISHED = "org.apache.karaf.features.BootFinished";

    private final BundleContext context;
    private final ServiceComponentRuntime components;

    @Activate
    public ComponentHealth(BundleContext context, @Reference ServiceComponentRuntime components) {
        this.context = context;
        this.components = components;
    }

    @Override
    public String name() {
        return "components";
    }

    @Override
    public Health check() {
        if (context.getServiceReference(BOOT_FINISHED) == null) {
            return Health.down("the start is not through");
        }
        List<String> missing = new ArrayList<>();
        Bundle[] ours = Stream.of(context.getBundles())
                .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith(OURS))
                .filter(bundle -> !bundle.getLocation().startsWith(MODULE))
                .toArray(Bundle[]::new);
        for (Bundle bundle : ours) {
            if (!runs(bundle)) {
                missing.add("bundle " + bundle.getSymbolicName() + " is not active");
            }
        }
        missing.addAll(Waiting.reasons(components.getComponentDescriptionDTOs(ours).stream()
                .flatMap(component -> components.getComponentConfigurationDTOs(component).stream())
                .toList()));
        return missing.isEmpty() ? Health.up() : Health.down(String.join("; ", missing));
    }

    private static boolean runs(Bundle bundle) {
        boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
        return bundle.getState() == (fragment ? Bundle.RESOLVED : Bundle.ACTIVE);
    }
}
