package io.kontor.demo.internal;

import java.util.List;
import java.util.Optional;

/**
 * Where the sample data of the workspace stands, as JSON.
 *
 * @param phase empty where there is none
 * @param removing what each module has removed, while it is being removed
 */
record DemoJson(Optional<KeptShop.Phase> phase, List<PartJson> removing) {

    /**
     * One module's part.
     *
     * @param removed how many records are gone
     * @param done whether none is left
     */
    record PartJson(String module, long removed, boolean done) {}

    static DemoJson of(DemoService.Standing standing) {
        return new DemoJson(
                standing.phase(),
                standing.parts().stream()
                        .map(part -> new PartJson(part.module(), part.removed(), part.done()))
                        .toList());
    }
}
