package io.kontor.access.internal.setup;

import io.kontor.access.SetupAnswers;
import io.kontor.access.SetupStep;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** What the installed modules do when a workspace is set up. */
@Component(service = SetupSteps.class)
public final class SetupSteps {

    private final Set<SetupStep> steps = ConcurrentHashMap.newKeySet();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bind(SetupStep step) {
        steps.add(step);
    }

    public void unbind(SetupStep step) {
        steps.remove(step);
    }

    /** In the order of their names, so that a set-up always does the same. */
    void apply(SetupAnswers answers) {
        steps.stream()
                .sorted(Comparator.comparing(step -> step.getClass().getName()))
                .forEach(step -> step.apply(answers));
    }
}
