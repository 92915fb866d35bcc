package io.kontor.pipeline.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import io.kontor.store.Row;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import io.kontor.store.UniqueViolation;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pipelines and their stages in MariaDB; there are few, so they are read whole. */
@Component(service = PipelineStore.class)
public final class SqlPipelineStore implements PipelineStore {
    static final String ALL = "select id, name, account_id, version from pipeline_pipeline order by id";

    static final String FIND = "select id, name, account_id, version from pipeline_pipeline where id = ?";

    static final String OF_ACCOUNT = "select id, name, account_id, version from pipeline_pipeline where account_id = ?";

    static final String STAGES = """
            select id, pipeline_id, name, probability, kind
              from pipeline_stage where pipeline_id in (?) order by pipeline_id, position
            """;

    static final String INSERT = "insert into pipeline_pipeline (id, name, account_id, version) values (?, ?, ?, ?)";

    static final String INSERT_STAGE = """
            insert into pipeline_stage (id, pipeline_id, name, position, probability, kind) values (?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;

    @Activate
    public SqlPipelineStore(@Reference(target = "(unit=pipeline)") Store store) {
        this.sql = store.sql();
    }

    private record StageRow(PipelineId pipeline, Pipeline.Stage stage) {
        static StageRow of(Row row) {
            return new StageRow(
                    new PipelineId(row.uuid("pipeline_id")),
                    new Pipeline.Stage(
                            new StageId(row.uuid("id")),
                            row.string("name"),
                            row.integer("probability"),
                            row.enumeration("kind", Pipeline.Stage.Kind.class)));
        }
    }

    @Override
    public List<Pipeline> all() {
        return withStages(sql.list(ALL, SqlPipelineStore::bare));
    }

    @Override
    public Optional<Pipeline> find(PipelineId id) {
        return withStages(sql.list(FIND, SqlPipelineStore::bare, id)).stream().findFirst();
    }

    @Override
    public Optional<Pipeline> of(SourceAccountId account) {
        return withStages(sql.list(OF_ACCOUNT, SqlPipelineStore::bare, account)).stream()
                .findFirst();
    }

    private List<Pipeline> withStages(List<Pipeline> pipelines) {
        if (pipelines.isEmpty()) {
            return pipelines;
        }
        List<StageRow> stages = sql.list(
                STAGES, StageRow::of, pipelines.stream().map(Pipeline::id).toList());
        return pipelines.stream()
                .map(pipeline -> new Pipeline(
                        pipeline.id(),
                        pipeline.name(),
                        pipeline.account(),
                        stages.stream()
                                .filter(row -> row.pipeline().equals(pipeline.id()))
                                .map(StageRow::stage)
                                .toList(),
                        pipeline.version()))
                .toList();
    }

    private static Pipeline bare(Row row) {
        return new Pipeline(
                new PipelineId(row.uuid("id")),
                row.string("name"),
                row.optionalUuid("account_id").map(SourceAccountId::new),
                List.of(),
                row.number("version"));
    }

    @Override
    public boolean insert(Pipeline pipeline) {
        try {
            sql.update(INSERT, pipeline.id(), pipeline.name(), pipeline.account(), pipeline.version());
        } catch (UniqueViolation made) {
            return false;
        }
        sql.batch(
                INSERT_STAGE,
                IntStream.range(0, pipeline.stages().size())
                        .mapToObj(index -> row(pipeline, index))
                        .toList());
        return true;
    }

    private static Object[] row(Pipeline pipeline, int index) {
        Pipeline.Stage stage = pipeline.stages().get(index);
        return new Object[] {stage.id(), pipeline.id(), stage.name(), index, stage.probability(), stage.kind()};
    }
}
