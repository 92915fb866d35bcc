package io.kontor.pipeline.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.pipeline.PipelineId;
import java.util.List;
import java.util.Optional;

/** The tables of pipelines and their stages. */
interface PipelineStore {
    /** In the order of their making. */
    List<Pipeline> all();

    Optional<Pipeline> find(PipelineId id);

    Optional<Pipeline> of(SourceAccountId account);

    /** @return false if another transaction made the account's pipeline first */
    boolean insert(Pipeline pipeline);

    /** @return whether the version was still the one that was seen */
    boolean rename(PipelineId id, String name, long seen);
}
