package io.kontor.it.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.it.KontorDistribution;
import io.kontor.it.SoakReport;
import io.kontor.it.story.RunningKontor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Modules are installed, updated and removed a hundred times: nothing of them stays in memory. */
@Tag("soak")
class ModuleCyclesSoakTest {
    private static final int CYCLES = Integer.getInteger("kontor.soak.cycles", 100);
    private static final int WARM_UP = 5;
    private static final int CLASSES_NAMED = 12;
    private static final double HEAP_MEBIBYTES = 5;
    private static final Duration REST = Duration.ofSeconds(65); // idle threads of pools end within a minute

    @RegisterExtension
    static final KontorDistribution kontor = KontorDistribution.fresh();

    private final List<String> figures = new ArrayList<>();
    private ModuleDesk desk;
    private int version;

    @Test
    void nothingStaysInMemoryAfterAHundredCycles() throws Exception {
        desk = new ModuleDesk(RunningKontor.setUp(kontor).proprietor());
        try {
            cycles(WARM_UP);
            Footprint before = settled();
            figures.add("before: " + before);
            long begin = System.nanoTime();
            cycles(CYCLES);
            figure(Duration.ofNanos(System.nanoTime() - begin));
            Footprint after = settled();
            figures.add("after:  " + after);
            assertNothingStayed(before, after);
        } finally {
            SoakReport.add(CYCLES + " cycles of pipeline and a sample module", figures);
        }
    }

    private void assertNothingStayed(Footprint before, Footprint after) {
        double grown = after.heapMebibytes() - before.heapMebibytes();
        Map<String, Integer> threads = after.moreThreadsThan(before);
        figures.add(String.format(
                Locale.ROOT,
                "heap %+.1f MiB, class loaders %+d, threads %+d %s",
                grown,
                after.classLoaders() - before.classLoaders(),
                after.threadCount() - before.threadCount(),
                threads));
        figures.add("most of it: " + String.join(", ", after.moreHeapThan(before, CLASSES_NAMED)));
        assertTrue(grown <= HEAP_MEBIBYTES, () -> before + " and then " + after);
        assertEquals(before.classLoaders(), after.classLoaders());
        assertTrue(after.threadCount() <= before.threadCount(), threads::toString);
    }

    /** Each cycle: the sample comes, changes and goes; the pipeline changes, goes and comes back. */
    private void cycles(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            desk.done(ModuleDesk.INSTALL, SampleKars.version(next()));
            desk.done(ModuleDesk.UPDATE, pipeline());
            desk.done(ModuleDesk.UPDATE, SampleKars.version(next()));
            desk.done(ModuleDesk.REMOVE, "pipeline");
            desk.done(ModuleDesk.REMOVE, SampleKars.MODULE);
            desk.done(ModuleDesk.INSTALL, pipeline());
        }
    }

    private Kar pipeline() throws Exception {
        return ShippedKar.of(kontor.home(), "pipeline").withVersion(next());
    }

    private String next() {
        return "9.0." + ++version;
    }

    private static Footprint settled() throws Exception {
        Thread.sleep(REST.toMillis());
        return Footprint.of(kontor.pid());
    }

    private void figure(Duration took) {
        figures.add(
                String.format(Locale.ROOT, "%d cycles of six operations in %.1f s", CYCLES, took.toMillis() / 1000.0));
    }
}
