package io.kontor.access.internal.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;

/** Every operation that is open now. */
@Component(service = Operations.class)
public final class Operations {

    private final Map<String, List<DeclaredOperation>> byModule = new ConcurrentHashMap<>();

    void opened(String module, List<DeclaredOperation> operations) {
        byModule.put(module, List.copyOf(operations));
    }

    void closed(String module) {
        byModule.remove(module);
    }

    public List<DeclaredOperation> all() {
        return byModule.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(DeclaredOperation::path).thenComparing(DeclaredOperation::method))
                .toList();
    }
}
