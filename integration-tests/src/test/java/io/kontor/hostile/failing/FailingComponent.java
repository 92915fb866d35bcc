package io.kontor.hostile.failing;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Throws when it is activated; its bundle is active all the same. */
@Component(immediate = true, service = FailingComponent.class)
public final class FailingComponent {
    @Activate
    public FailingComponent() {
        throw new IllegalStateException("The attic is on fire");
    }
}
