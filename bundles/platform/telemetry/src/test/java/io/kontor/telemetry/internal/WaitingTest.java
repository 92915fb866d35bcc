package io.kontor.telemetry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

class WaitingTest {

    @Test
    void namesTheFirstCauseAndNotTheHundredThatFollow() {
        assertEquals(
                List.of("StoreExtender waits for Database", "3 components do not run"),
                Waiting.reasons(List.of(
                        waiting("DealService", "Deals", "DealStore"),
                        waiting("DealStore", "DealStore", "Store"),
                        waiting("StoreExtender", "Store", "Database"),
                        running("Sequencer"))));
    }

    @Test
    void namesTheInnermostCauseOfAFailure() {
        String trace =
                "java.lang.reflect.InvocationTargetException\n\tat x\nCaused by: java.io.IOException: no page\n\tat y";
        assertEquals(
                List.of("ShellServlet failed: java.io.IOException: no page", "1 components do not run"),
                Waiting.reasons(List.of(failed("ShellServlet", trace))));
    }

    @Test
    void namesAllWhenTheyWaitForEachOther() {
        assertEquals(
                List.of("A waits for B", "B waits for A"),
                Waiting.reasons(List.of(waiting("A", "A", "B"), waiting("B", "B", "A"))));
    }

    @Test
    void hasNothingToSayWhenAllRun() {
        assertEquals(List.of(), Waiting.reasons(List.of(running("A"), running("B"))));
    }

    private static ComponentConfigurationDTO running(String name) {
        return component(ComponentConfigurationDTO.ACTIVE, name, name);
    }

    private static ComponentConfigurationDTO failed(String name, String trace) {
        ComponentConfigurationDTO component = component(ComponentConfigurationDTO.FAILED_ACTIVATION, name, name);
        component.failure = trace;
        return component;
    }

    private static ComponentConfigurationDTO waiting(String name, String offers, String... needs) {
        ComponentConfigurationDTO component = component(ComponentConfigurationDTO.UNSATISFIED_REFERENCE, name, offers);
        component.description.references = Stream.of(needs)
                .map(need -> {
                    ReferenceDTO reference = new ReferenceDTO();
                    reference.name = "the " + need;
                    reference.interfaceName = need;
                    return reference;
                })
                .toArray(ReferenceDTO[]::new);
        component.unsatisfiedReferences = Stream.of(needs)
                .map(need -> {
                    UnsatisfiedReferenceDTO missing = new UnsatisfiedReferenceDTO();
                    missing.name = "the " + need;
                    return missing;
                })
                .toArray(UnsatisfiedReferenceDTO[]::new);
        return component;
    }

    private static ComponentConfigurationDTO component(int state, String name, String offers) {
        ComponentConfigurationDTO component = new ComponentConfigurationDTO();
        component.state = state;
        component.description = new ComponentDescriptionDTO();
        component.description.name = name;
        component.description.serviceInterfaces = new String[] {offers};
        return component;
    }
}
