package io.kontor.pipeline.internal;

import io.kontor.kernel.PageRequest;
import io.kontor.pipeline.Deal;
import io.kontor.pipeline.Deal.Outcome;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.Pipelines;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What other modules see of the pipelines. */
@Component
public final class PipelineDirectory implements Pipelines {
    private final PipelineService pipelines;
    private final DealReading deals;

    @Activate
    public PipelineDirectory(@Reference PipelineService pipelines, @Reference DealReading deals) {
        this.pipelines = pipelines;
        this.deals = deals;
    }

    @Override
    public List<Outline> all() {
        return pipelines.all().stream()
                .map(pipeline -> new Outline(
                        pipeline.id(),
                        pipeline.name(),
                        pipeline.account(),
                        pipeline.stages().stream().map(Pipeline.Stage::id).toList()))
                .toList();
    }

    @Override
    public List<Deal> open(PipelineId pipeline, int limit) {
        DealFilter filter = new DealFilter(
                Optional.of(pipeline), Optional.of(Outcome.OPEN), Optional.empty(), Optional.empty(), Optional.empty());
        return deals.page(filter, PageRequest.first(limit)).page().items().stream()
                .map(KeptDeal::deal)
                .toList();
    }
}
