package io.kontor.pipeline.internal;

import io.kontor.customer.CustomerId;
import io.kontor.kernel.Reason;
import io.kontor.kernel.UserId;
import io.kontor.pipeline.DealId;
import io.kontor.pipeline.NewDeal;
import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import io.kontor.rest.MergePatch;
import io.kontor.rest.MoneyJson;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The bodies of requests about deals. */
final class DealRequests {
    private DealRequests() {}

    /**
     * What can be changed of a deal.
     *
     * @param customer null takes the customer off
     * @param nextStep null says that nothing is planned
     * @param suggestion only null, which dismisses it
     */
    public record DealPatchJson(
            String title,
            @Nullable UUID customer,
            UUID owner,
            MoneyJson value,
            @Nullable LocalDate nextStep,
            @Nullable Object suggestion) {}

    /**
     * A deal to open.
     *
     * @param stage the pipeline's first stage if absent
     * @param owner whoever asks if absent
     */
    public record OpenJson(
            @Nullable UUID pipeline,
            @Nullable UUID stage,
            @Nullable String title,
            @Nullable UUID customer,
            @Nullable UUID owner,
            @Nullable MoneyJson value,
            @Nullable LocalDate nextStep) {
        NewDeal deal(UserId asking) {
            return new NewDeal(
                    new PipelineId(needed("pipeline", pipeline)),
                    Optional.ofNullable(stage).map(StageId::new),
                    needed("title", title),
                    Optional.ofNullable(customer).map(CustomerId::new),
                    Optional.ofNullable(owner).map(UserId::new).orElse(asking),
                    needed("value", value).money(),
                    Optional.ofNullable(nextStep));
        }
    }

    /**
     * Where a deal goes.
     *
     * @param version the version that the person saw
     * @param before the deal that comes next below, if any
     * @param after the deal that comes next above, if any; without both the deal goes on top
     */
    public record MoveJson(
            @Nullable UUID stage,
            @Nullable Long version,
            @Nullable UUID before,
            @Nullable UUID after) {
        StageId target() {
            return new StageId(needed("stage", stage));
        }

        Place place() {
            return new Place(
                    Optional.ofNullable(before).map(DealId::new),
                    Optional.ofNullable(after).map(DealId::new));
        }

        long seen() {
            return needed("version", version);
        }
    }

    /** The version that the person saw. */
    public record SeenJson(@Nullable Long version) {
        long seen() {
            return needed("version", version);
        }
    }

    /** Why a deal was lost. */
    public record LoseJson(@Nullable Long version, @Nullable String reason) {
        long seen() {
            return needed("version", version);
        }

        String words() {
            return reason == null ? "" : reason;
        }
    }

    static UnaryOperator<KeptDeal.Facts> edit(MergePatch patch) {
        patch.only(DealPatchJson.class);
        return facts -> new KeptDeal.Facts(
                kept("title", patch.text("title", Optional.of(facts.title()))),
                patch.value("customer", facts.customer(), node -> new CustomerId(uuid(node.asText()))),
                kept(
                        "owner",
                        patch.value("owner", Optional.of(facts.owner()), node -> new UserId(uuid(node.asText())))),
                kept(
                        "value",
                        patch.value(
                                "value",
                                Optional.of(facts.value()),
                                node -> new MoneyJson(
                                                node.path("minor").longValue(),
                                                node.path("currency").asText())
                                        .money())),
                patch.value("nextStep", facts.nextStep(), node -> LocalDate.parse(node.asText())));
    }

    /** A suggestion can only be taken away. */
    static boolean dismisses(MergePatch patch) {
        if (patch.has("suggestion") && !patch.fields().get("suggestion").isNull()) {
            throw DealDesk.invalid(
                    "suggestion", Reason.of("pipeline.only-dismissed", "it can only be dismissed, with null"));
        }
        return patch.has("suggestion");
    }

    /** A request without a body is a client's mistake. */
    static <T> T given(@Nullable T body) {
        return needed("body", body);
    }

    private static UUID uuid(String text) {
        return UUID.fromString(text);
    }

    private static <T> T kept(String field, Optional<T> value) {
        return value.orElseThrow(() -> DealDesk.invalid(field, Reason.notClearable()));
    }

    private static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw DealDesk.invalid(field, Reason.missing());
        }
        return value;
    }
}
