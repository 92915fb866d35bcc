package io.kontor.pipeline.internal;

import io.kontor.access.RowRule;
import io.kontor.access.RowRules;
import io.kontor.kernel.Money;
import io.kontor.kernel.Page;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UserId;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import io.kontor.store.Transactions;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the board: the top of each column, with kept sums instead of counting. */
@Component(service = BoardReading.class)
public final class BoardReading {
    static final int FIRST_CARDS = 50;

    private final Transactions transactions;
    private final PipelineService pipelines;
    private final BoardStore store;
    private final DealReading reading;
    private final RowRules rules;

    /**
     * A stage with its first deals.
     *
     * @param count how many open deals the stage has
     * @param totals what they are worth, per currency, never converted
     */
    record Column(Pipeline.Stage stage, long count, List<Money> totals, Page<KeptDeal> deals) {}

    /** A pipeline as columns. */
    record Board(Pipeline pipeline, List<Column> columns, DealReading.Names names) {}

    @Activate
    public BoardReading(
            @Reference Transactions transactions,
            @Reference PipelineService pipelines,
            @Reference BoardStore store,
            @Reference DealReading reading,
            @Reference RowRules rules) {
        this.transactions = transactions;
        this.pipelines = pipelines;
        this.store = store;
        this.reading = reading;
        this.rules = rules;
    }

    List<Pipeline> pipelines() {
        return transactions.read(pipelines::all);
    }

    Board board(PipelineId id, Optional<UserId> owner) {
        return transactions.read(() -> {
            RowRule rule = rules.reading("deal");
            Pipeline pipeline = pipelines.get(id);
            List<StageSum> sums = store.totals(id, owner, rule);
            List<Column> columns = pipeline.stages().stream()
                    .map(stage ->
                            column(stage, sums, store.column(stage.id(), owner, rule, PageRequest.first(FIRST_CARDS))))
                    .toList();
            List<KeptDeal> shown = columns.stream()
                    .flatMap(column -> column.deals().items().stream())
                    .toList();
            return new Board(pipeline, columns, reading.names(shown));
        });
    }

    private static Column column(Pipeline.Stage stage, List<StageSum> sums, Page<KeptDeal> deals) {
        List<StageSum> own =
                sums.stream().filter(sum -> sum.stage().equals(stage.id())).toList();
        return new Column(
                stage,
                own.stream().mapToLong(StageSum::deals).sum(),
                own.stream().map(StageSum::value).toList(),
                deals);
    }

    /** More of one column. */
    DealReading.NamedPage column(PipelineId id, StageId stage, Optional<UserId> owner, PageRequest request) {
        return transactions.read(() -> {
            StageId known = pipelines.get(id).stage(stage).id();
            Page<KeptDeal> page = store.column(known, owner, rules.reading("deal"), request);
            return new DealReading.NamedPage(page, reading.names(page.items()));
        });
    }
}
