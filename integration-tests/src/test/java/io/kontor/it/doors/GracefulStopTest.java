package io.kontor.it.doors;

import static io.kontor.it.story.RunningKontor.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.it.KontorDistribution;
import io.kontor.it.story.RunningKontor;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stop while people work: what was acknowledged is there afterwards, and nobody is answered with an error. */
@Tag("osgi")
class GracefulStopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @RegisterExtension
    static final KontorDistribution kontor = KontorDistribution.fresh();

    @Test
    void whatIsUnderWayIsAnsweredAndWhatWasAnsweredStays() throws Exception {
        RunningKontor proprietor = RunningKontor.setUp(kontor);
        Set<String> acknowledged;
        try (Writers writers = Writers.start(8, kontor, proprietor.proprietor())) {
            await("some customers", PATIENCE, () -> writers.acknowledged().size() >= 100);

            kontor.stop();

            assertEquals(List.of(), writers.refused(), "answered with something else than success");
            assertTrue(writers.unanswered() > 0, "the stop came too late");
            acknowledged = new TreeSet<>(writers.acknowledged());
        }
        assertFalse(kontor.databaseProcess().isPresent());
        assertEquals(List.of(), badLinesOfTheStop());

        kontor.start();
        Set<String> lost = new TreeSet<>(acknowledged);
        lost.removeAll(Contents.customers(kontor));
        assertEquals(Set.of(), lost);
    }

    private static List<String> badLinesOfTheStop() throws Exception {
        return Files.readAllLines(kontor.log()).stream()
                .dropWhile(line -> !line.contains("| Stopping: "))
                .filter(line -> line.matches(".*\\| (WARN|ERROR) +\\|.*"))
                .toList();
    }
}
