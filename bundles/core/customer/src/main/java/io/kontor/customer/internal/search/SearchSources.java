package io.kontor.customer.internal.search;

import io.kontor.customer.SearchHit;
import io.kontor.customer.SearchSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who contributes to the quick search at the moment; customers first, then the types by name. */
@Component(service = SearchSources.class)
public final class SearchSources {

    private static final Logger LOG = LoggerFactory.getLogger(SearchSources.class);
    private static final String FIRST = "customer";

    private final Map<String, SearchSource> sources = new ConcurrentSkipListMap<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bind(SearchSource source) {
        sources.put(source.type(), source);
    }

    public void unbind(SearchSource source) {
        sources.remove(source.type(), source);
    }

    /** At most {@code limit} hits of each type. */
    List<SearchHit> search(String text, int limit) {
        return Stream.concat(
                        Stream.of(FIRST).filter(sources::containsKey),
                        sources.keySet().stream().filter(type -> !type.equals(FIRST)))
                .flatMap(type -> search(type, text, limit).stream())
                .toList();
    }

    /** A source that fails, or that is just going away, does not take the others' hits with it. */
    private List<SearchHit> search(String type, String text, int limit) {
        SearchSource source = sources.get(type);
        if (source == null) {
            return List.of();
        }
        try {
            return source.search(text, limit);
        } catch (RuntimeException e) {
            LOG.warn("The quick search goes on without {}", type, e);
            return List.of();
        }
    }
}
