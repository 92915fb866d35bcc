package io.kontor.pipeline.internal;

import io.kontor.pipeline.DealId;
import java.util.Optional;

/**
 * Where in a stage a deal goes: before a deal, after one, or on top.
 *
 * @param before the deal that comes next below
 * @param after the deal that comes next above
 */
record Place(Optional<DealId> before, Optional<DealId> after) {
    static final Place TOP = new Place(Optional.empty(), Optional.empty());
}
