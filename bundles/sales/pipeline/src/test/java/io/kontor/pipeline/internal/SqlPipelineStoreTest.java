package io.kontor.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.pipeline.PipelineId;
import io.kontor.pipeline.StageId;
import io.kontor.testkit.database.DatabaseTest;
import io.kontor.testkit.database.TestDatabase;
import io.kontor.testkit.kernel.SequentialIds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@DatabaseTest(workspace = "pipeline")
class SqlPipelineStoreTest {
    private static final PipelineId SHOP = new PipelineId(SequentialIds.of(1));

    private final SqlPipelineStore store;

    SqlPipelineStoreTest(TestDatabase database) {
        store = new SqlPipelineStore(database.store("pipeline"));
    }

    @Test
    void oneOfTwoWhoRenameTheSameVersionIsFirst() {
        Pipeline made = pipeline();
        assertTrue(store.insert(made));

        assertTrue(store.rename(SHOP, "Tea", 1));
        assertFalse(store.rename(SHOP, "Coffee", 1));
        assertEquals(
                new Pipeline(SHOP, "Tea", Optional.of(PipelineWorld.SHOP), made.stages(), 2),
                store.find(SHOP).orElseThrow());
    }

    @Test
    void anAccountHasOnePipelineAlone() {
        assertTrue(store.insert(pipeline()));
        Pipeline second = new Pipeline(
                new PipelineId(SequentialIds.of(2)),
                "Second",
                Optional.of(PipelineWorld.SHOP),
                pipeline().stages(),
                1);

        assertFalse(store.insert(second));
        assertEquals(List.of(pipeline()), store.all());
        assertEquals(Optional.of(pipeline()), store.of(PipelineWorld.SHOP));
    }

    private static Pipeline pipeline() {
        Pipeline.Stage stage =
                new Pipeline.Stage(new StageId(SequentialIds.of(11)), "New", 20, Pipeline.Stage.Kind.OPEN);
        return new Pipeline(SHOP, "Shop", Optional.of(PipelineWorld.SHOP), List.of(stage), 1);
    }
}
