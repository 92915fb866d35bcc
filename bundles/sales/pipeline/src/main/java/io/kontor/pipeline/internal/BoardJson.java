package io.kontor.pipeline.internal;

import io.kontor.pipeline.internal.PipelineJson.StageJson;
import io.kontor.rest.MoneyJson;
import io.kontor.rest.PageJson;
import java.util.List;

/** A board as JSON. */
public record BoardJson(PipelineJson pipeline, List<ColumnJson> columns) {
    /**
     * A column.
     *
     * @param count how many open deals it has, also those not sent
     * @param totals what they are worth, per currency
     */
    public record ColumnJson(StageJson stage, long count, List<MoneyJson> totals, PageJson<DealJson> deals) {}

    static BoardJson of(BoardReading.Board board) {
        return new BoardJson(
                PipelineJson.of(board.pipeline()),
                board.columns().stream()
                        .map(column -> new ColumnJson(
                                StageJson.of(column.stage()),
                                column.count(),
                                column.totals().stream().map(MoneyJson::of).toList(),
                                PageJson.of(column.deals(), kept -> DealJson.of(kept, board.names()))))
                        .toList());
    }
}
