package io.kontor.pipeline.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.pipeline.PipelineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pipelines in memory. */
final class FakePipelineStore implements PipelineStore {
    private final List<Pipeline> pipelines = new ArrayList<>();

    @Override
    public List<Pipeline> all() {
        return List.copyOf(pipelines);
    }

    @Override
    public Optional<Pipeline> find(PipelineId id) {
        return pipelines.stream().filter(pipeline -> pipeline.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Pipeline> of(SourceAccountId account) {
        return pipelines.stream()
                .filter(pipeline -> pipeline.account().equals(Optional.of(account)))
                .findFirst();
    }

    @Override
    public boolean insert(Pipeline pipeline) {
        return pipelines.add(pipeline);
    }

    @Override
    public boolean rename(PipelineId id, String name, long seen) {
        Optional<Pipeline> found = find(id).filter(pipeline -> pipeline.version() == seen);
        found.ifPresent(old -> pipelines.set(
                pipelines.indexOf(old), new Pipeline(id, name, old.account(), old.stages(), old.version() + 1)));
        return found.isPresent();
    }
}
