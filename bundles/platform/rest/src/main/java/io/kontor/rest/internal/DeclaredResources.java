package io.kontor.rest.internal;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Which resources a bundle declares, whether they are there yet or not. */
@Component(service = DeclaredResources.class)
public final class DeclaredResources {

    private final ServiceComponentRuntime components;

    @Activate
    public DeclaredResources(@Reference ServiceComponentRuntime components) {
        this.components = components;
    }

    /** The names of the components that belong to an endpoint; a fresh set. */
    Set<String> of(Bundle bundle, String endpoint) {
        Set<String> names = new TreeSet<>();
        for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs(bundle)) {
            Map<String, Object> properties = component.properties;
            if (resource(component)
                    && endpoint(properties.get("kontor.rest.path"), bundle).equals(endpoint)) {
                names.add(component.name);
            }
        }
        return names;
    }

    /** Every endpoint that a bundle declares. */
    Set<String> endpoints(Bundle bundle) {
        Set<String> names = new TreeSet<>();
        for (ComponentDescriptionDTO component : components.getComponentDescriptionDTOs(bundle)) {
            if (resource(component)) {
                names.add(endpoint(component.properties.get("kontor.rest.path"), bundle));
            }
        }
        return names;
    }

    private static boolean resource(ComponentDescriptionDTO component) {
        return component.defaultEnabled
                && "true".equals(String.valueOf(component.properties.get("kontor.rest.resource")));
    }

    /** The first part of the paths below {@code /api}: the resource's own word, or the module's name. */
    static String endpoint(@Nullable Object path, Bundle bundle) {
        return path instanceof String own && !own.isEmpty() ? own : module(bundle);
    }

    static String module(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
