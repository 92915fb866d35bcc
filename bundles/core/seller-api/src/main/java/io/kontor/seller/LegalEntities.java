package io.kontor.seller;

import java.util.List;
import java.util.Optional;

/** The legal entities of the current workspace. An OSGi service. */
public interface LegalEntities {

    List<LegalEntity> all();

    Optional<LegalEntity> find(LegalEntityId id);

    /**
     * The one that sells where nothing else is said: the first.
     *
     * @throws io.kontor.kernel.KontorException {@code seller.not-set-up} before the set-up
     */
    LegalEntity standard();
}
