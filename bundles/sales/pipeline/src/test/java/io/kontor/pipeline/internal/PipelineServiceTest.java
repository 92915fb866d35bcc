package io.kontor.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.kontor.customer.SourceAccountId;
import io.kontor.customer.SourceAccounts;
import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.pipeline.PipelineError;
import io.kontor.pipeline.PipelineEvent;
import io.kontor.pipeline.PipelineId;
import io.kontor.testkit.kernel.SequentialIds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PipelineServiceTest {
    private static final SourceAccountId OTHER_SHOP = new SourceAccountId(SequentialIds.of(0xA2));

    private final PipelineWorld world = new PipelineWorld();

    @Test
    void aShopsPipelineIsNamedAsColleaguesCallTheShop() {
        world.labels.bind(account -> Optional.of(" Tea shop "));

        assertEquals("Tea shop", world.shopPipeline().name());
        assertEquals(
                "Tea shop 2",
                world.pipelines.forAccount(OTHER_SHOP, () -> "woocommerce").name());
    }

    @Test
    void whereNobodyKnowsTheAccountItsKindIsTheName() {
        SourceAccounts keeper = account -> Optional.empty();
        world.labels.bind(keeper);
        assertEquals("Woocommerce", world.shopPipeline().name());
        world.labels.unbind(keeper);
        assertEquals(
                "Shopify",
                world.pipelines.forAccount(OTHER_SHOP, () -> "shopify").name());
    }

    @Test
    void aLabelThatIsTooLongForANameIsCut() {
        world.labels.bind(account -> Optional.of("x".repeat(200)));

        assertEquals("x".repeat(180), world.shopPipeline().name());
    }

    @Test
    void aPipelineIsRenamedAndEverybodyHearsOfIt() {
        Pipeline sales = world.salesPipeline();
        Pipeline renamed = world.pipelines.rename(sales.id(), " Wholesale ", sales.version());

        assertEquals("Wholesale", renamed.name());
        assertEquals(sales.version() + 1, renamed.version());
        assertEquals(sales.stages(), renamed.stages());
        assertEquals(
                List.of(new PipelineEvent.Renamed(sales.id(), "Wholesale", renamed.version())),
                world.events.published(PipelineEvent.Renamed.class));
        assertEquals(
                "pipeline.pipeline-renamed",
                world.audit.actions().get(world.audit.actions().size() - 1));
    }

    @Test
    void aRenamedPipelineStaysTheAccountsOwn() {
        Pipeline shop = world.shopPipeline();
        world.pipelines.rename(shop.id(), "Tea", shop.version());

        assertEquals("Tea", world.shopPipeline().name());
        assertEquals(2, world.pipelines.all().size());
    }

    @Test
    void whoeverSawAnOlderVersionIsTold() {
        Pipeline sales = world.salesPipeline();
        world.pipelines.rename(sales.id(), "First", sales.version());

        refused(KernelError.STALE, sales.id(), "Second", sales.version());
        assertEquals("First", world.salesPipeline().name());
    }

    @Test
    void aNameIsNeitherEmptyNorTooLongNorAnotherOnes() {
        Pipeline sales = world.salesPipeline();
        world.shopPipeline();

        refused(KernelError.INVALID, sales.id(), "  ", sales.version());
        refused(KernelError.INVALID, sales.id(), "x".repeat(191), sales.version());
        refused(PipelineError.PIPELINE_NAME_TAKEN, sales.id(), "WOOCOMMERCE", sales.version());
        refused(PipelineError.PIPELINE_NOT_FOUND, new PipelineId(SequentialIds.of(0xBAD)), "Name", 1);
        assertEquals("Sales", world.salesPipeline().name());
    }

    @Test
    void itsOwnNameIsFree() {
        Pipeline sales = world.salesPipeline();

        assertEquals(
                "SALES",
                world.pipelines.rename(sales.id(), "SALES", sales.version()).name());
    }

    private void refused(ErrorCode code, PipelineId id, String name, long seen) {
        KontorException refusal = assertThrows(KontorException.class, () -> world.pipelines.rename(id, name, seen));
        assertEquals(code, refusal.error());
    }
}
