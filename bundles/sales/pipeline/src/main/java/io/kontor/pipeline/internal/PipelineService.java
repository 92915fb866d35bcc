package io.kontor.pipeline.internal;

import io.kontor.access.AuditLog;
import io.kontor.customer.SourceAccountId;
import io.kontor.events.Events;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.kernel.Ref;
import io.kontor.pipeline.PipelineError;
import io.kontor.pipeline.PipelineEvent;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import io.kontor.store.Transactions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pipelines of the workspace: one that people fill, and one for each account that sends orders. */
@Component(service = PipelineService.class)
public final class PipelineService {
    private static final int LONGEST_NAME = 190;
    /** Leaves room for a number behind it. */
    private static final int LONGEST_LABEL = 180;

    private final Transactions transactions;
    private final PipelineStore store;
    private final PipelineTexts texts;
    private final AccountLabels labels;
    private final Events events;
    private final AuditLog audit;
    private final IdGenerator ids;

    @Activate
    public PipelineService(
            @Reference Transactions transactions,
            @Reference PipelineStore store,
            @Reference PipelineTexts texts,
            @Reference AccountLabels labels,
            @Reference Events events,
            @Reference AuditLog audit,
            @Reference IdGenerator ids) {
        this.transactions = transactions;
        this.store = store;
        this.texts = texts;
        this.labels = labels;
        this.events = events;
        this.audit = audit;
        this.ids = ids;
    }

    List<Pipeline> all() {
        return store.all();
    }

    /** @throws KontorException {@link PipelineError#PIPELINE_NOT_FOUND} */
    Pipeline get(PipelineId id) {
        return store.find(id).orElseThrow(() -> new KontorException(PipelineError.PIPELINE_NOT_FOUND));
    }

    /**
     * The pipeline of an account's orders; made at the first one and named as colleagues call the account.
     *
     * @param channel the connector's kind, which names the pipeline where nobody knows the account
     */
    Pipeline forAccount(SourceAccountId account, Supplier<String> channel) {
        return store.of(account).orElseGet(() -> {
            add(new Pipeline(
                    new PipelineId(ids.next()),
                    freeName(label(account).orElseGet(() -> title(channel.get()))),
                    Optional.of(account),
                    List.of(
                            stage("pipeline.stages.order.new", 20),
                            stage("pipeline.stages.order.contacted", 40),
                            stage("pipeline.stages.order.promised", 70)),
                    1));
            return store.of(account).orElseThrow();
        });
    }

    private Optional<String> label(SourceAccountId account) {
        return labels.of(account)
                .map(label -> label.substring(0, Math.min(label.length(), LONGEST_LABEL))
                        .strip())
                .filter(label -> !label.isEmpty());
    }

    /**
     * Calls a pipeline differently.
     *
     * @param seen the version that the person saw
     * @throws KontorException {@link PipelineError#PIPELINE_NAME_TAKEN}
     */
    Pipeline rename(PipelineId id, String wanted, long seen) {
        String name = wanted.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw DealDesk.invalid("name", Reason.length(1, LONGEST_NAME));
        }
        return transactions.call(() -> {
            Pipeline before = get(id);
            requireFree(name, id);
            if (!store.rename(id, name, seen)) {
                throw new KontorException(KernelError.STALE, Map.of("current", get(id).version()));
            }
            audit.record("pipeline.pipeline-renamed", ref(id), Map.of("name", before.name()), Map.of("name", name));
            Pipeline after = get(id);
            events.publish(new PipelineEvent.Renamed(id, name, after.version()));
            return after;
        });
    }

    private void requireFree(String name, PipelineId id) {
        if (store.all().stream()
                .anyMatch(other -> !other.id().equals(id) && other.name().equalsIgnoreCase(name))) {
            throw new KontorException(PipelineError.PIPELINE_NAME_TAKEN, Map.of("field", "name", "name", name));
        }
    }

    private static Ref ref(PipelineId id) {
        return new Ref("pipeline", id.value());
    }

    /** The pipeline that a new workspace begins with. */
    void setUp(Locale locale) {
        add(new Pipeline(
                new PipelineId(ids.next()),
                texts.text(locale, "pipeline.names.sales", Map.of()),
                Optional.empty(),
                List.of(
                        stage(locale, "pipeline.stages.sales.request", 10),
                        stage(locale, "pipeline.stages.sales.contacted", 25),
                        stage(locale, "pipeline.stages.sales.offer", 50),
                        stage(locale, "pipeline.stages.sales.negotiation", 75)),
                1));
    }

    private void add(Pipeline pipeline) {
        if (store.insert(pipeline)) {
            audit.record("pipeline.pipeline-made", ref(pipeline.id()), Map.of(), Map.of("name", pipeline.name()));
        }
    }

    private Pipeline.Stage stage(String key, int probability) {
        return new Pipeline.Stage(
                new StageId(ids.next()), texts.text(key, Map.of()), probability, Pipeline.Stage.Kind.OPEN);
    }

    private Pipeline.Stage stage(Locale locale, String key, int probability) {
        return new Pipeline.Stage(
                new StageId(ids.next()), texts.text(locale, key, Map.of()), probability, Pipeline.Stage.Kind.OPEN);
    }

    private static String title(String channel) {
        return channel.isEmpty() ? channel : channel.substring(0, 1).toUpperCase(Locale.ROOT) + channel.substring(1);
    }

    /** Two accounts of one name get {@code Tea shop} and {@code Tea shop 2}. */
    private String freeName(String wanted) {
        List<String> taken = store.all().stream().map(Pipeline::name).toList();
        String name = wanted;
        for (int number = 2; taken.contains(name); number++) {
            name = wanted + " " + number;
        }
        return name;
    }
}
