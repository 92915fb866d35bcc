package io.kontor.pipeline.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import io.kontor.store.Row;
import io.kontor.store.Sql;
import io.kontor.store.Store;
import io.kontor.store.UniqueViolation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pipelines and their stages in MariaDB; there are few, so they are read whole. */
@Component(service = PipelineStore.class)
public final class SqlPipelineStore implements PipelineStore {
    private static final String WITH_STAGES = """
            select p.id, p.name, p.account_id, p.version, s.id as stage_id, s.name as stage_name, s.probability, s.kind
              from pipeline_pipeline p left join pipeline_stage s on s.pipeline_id = p.id
            """;

    static final String ALL = WITH_STAGES + " order by p.id, s.position";

    static final String FIND = WITH_STAGES + " where p.id = ? order by s.position";

    static final String OF_ACCOUNT = WITH_STAGES + " where p.account_id = ? order by s.position";

    static final String INSERT = "insert into pipeline_pipeline (id, name, account_id, version) values (?, ?, ?, ?)";

    static final String RENAME =
            "update pipeline_pipeline set name = ?, version = version + 1 where id = ? and version = ?";

    static final String INSERT_STAGE = """
            insert into pipeline_stage (id, pipeline_id, name, position, probability, kind) values (?, ?, ?, ?, ?, ?)
            """;

    private final Sql sql;

    @Activate
    public SqlPipelineStore(@Reference(target = "(unit=pipeline)") Store store) {
        this.sql = store.sql();
    }

    /** A pipeline with one of its stages, or with none. */
    private static Pipeline part(Row row) {
        return new Pipeline(
                new PipelineId(row.uuid("id")),
                row.string("name"),
                row.optionalUuid("account_id").map(SourceAccountId::new),
                row.optionalUuid("stage_id").map(id -> stage(id, row)).stream().toList(),
                row.number("version"));
    }

    private static Pipeline.Stage stage(UUID id, Row row) {
        return new Pipeline.Stage(
                new StageId(id),
                row.string("stage_name"),
                row.integer("probability"),
                row.enumeration("kind", Pipeline.Stage.Kind.class));
    }

    private static Pipeline joined(Pipeline first, Pipeline second) {
        return new Pipeline(
                first.id(),
                first.name(),
                first.account(),
                Stream.concat(first.stages().stream(), second.stages().stream()).toList(),
                first.version());
    }

    private List<Pipeline> pipelines(String query, Object... parameters) {
        Map<PipelineId, Pipeline> whole = new LinkedHashMap<>();
        sql.list(query, SqlPipelineStore::part, parameters)
                .forEach(part -> whole.merge(part.id(), part, SqlPipelineStore::joined));
        return List.copyOf(whole.values());
    }

    @Override
    public List<Pipeline> all() {
        return pipelines(ALL);
    }

    @Override
    public Optional<Pipeline> find(PipelineId id) {
        return pipelines(FIND, id).stream().findFirst();
    }

    @Override
    public Optional<Pipeline> of(SourceAccountId account) {
        return pipelines(OF_ACCOUNT, account).stream().findFirst();
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

    @Override
    public boolean rename(PipelineId id, String name, long seen) {
        return sql.update(RENAME, name, id, seen) == 1;
    }

    private static Object[] row(Pipeline pipeline, int index) {
        Pipeline.Stage stage = pipeline.stages().get(index);
        return new Object[] {stage.id(), pipeline.id(), stage.name(), index, stage.probability(), stage.kind()};
    }
}
