package io.kontor.customer;

import java.util.List;

/**
 * Contributes a module's records to the quick search, for example orders by their number. Published as an OSGi service.
 */
public interface SearchSource {

    /** The type of its hits, as in {@link io.kontor.kernel.ModuleDescriptor#records()}; hits appear in this group. */
    String type();

    /**
     * The records whose indexed keys begin with what was typed; best first. It applies the row rule of its type and
     * must be answered by an index: it runs at every keystroke.
     *
     * @param text what was typed, trimmed and not empty
     * @param limit the greatest number of hits that are wanted
     */
    List<SearchHit> search(String text, int limit);
}
