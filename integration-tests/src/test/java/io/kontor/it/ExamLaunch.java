package io.kontor.it;

import static org.ops4j.pax.exam.CoreOptions.environment;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.doNotModifyLogConfiguration;

import io.kontor.it.client.GrantedTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.karaf.options.KarafDistributionKitConfigurationOption;
import org.ops4j.pax.exam.karaf.options.KarafDistributionKitConfigurationOption.Platform;
import org.ops4j.pax.exam.karaf.options.libraries.OverrideJUnitBundlesOption;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/**
 * Pax Exam's container for Karaf starts the distribution by the distribution's own launcher, with its own bundles beside
 * those of the product; they lie in {@code kontor.exam.repository}, so no network is needed. Through them it stops the
 * framework. The tests stay outside, for the driver of Pax Exam for JUnit 5 does not exist.
 */
final class ExamLaunch implements Launch {
    private static final String SCRIPT = "start-by-exam";
    private static final String PID = "exam.pid";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Optional<TestContainer> container = Optional.empty();

    @Override
    public ProcessHandle start(Path home, List<String> command, Map<String, String> environment) throws IOException {
        copyExamBundles(home.resolve("system"));
        Path management = home.resolve("etc/org.apache.karaf.management.cfg");
        if (!Files.exists(management)) {
            Files.createFile(management); // the product has no remote management; Pax Exam keeps a copy of its settings
        }
        Path pid = home.resolve(PID);
        Files.deleteIfExists(pid);
        Files.writeString(home.resolve(SCRIPT), """
                #!/bin/sh
                echo $$ >"%s.new"
                mv "%s.new" "%s"
                exec %s >>server.out 2>&1
                """.formatted(pid, pid, pid, String.join(" ", command)));
        System.setIn(InputStream.nullInputStream()); // Pax Exam would hand it to the process, but it is the build's
        TestContainer made = PaxExamRuntime.createContainer(
                PaxExamRuntime.createServerSystem(options(home, Launch.forShortLives(environment))));
        made.start();
        container = Optional.of(made);
        return process(pid);
    }

    private static Option[] options(Path home, Map<String, String> variables) {
        List<Option> options = new ArrayList<>();
        options.add(new KarafDistributionKitConfigurationOption(home.toUri().toString(), "kontor", "", Platform.NIX)
                .executable(SCRIPT)
                .existing(home.toFile()));
        options.add(new OverrideJUnitBundlesOption());
        options.add(doNotModifyLogConfiguration());
        options.add(systemTimeout(PATIENCE.toMillis()));
        variables.forEach((name, value) -> options.add(environment(name + "=" + value)));
        return options.toArray(Option[]::new);
    }

    private static ProcessHandle process(Path pid) throws IOException {
        long start = GrantedTime.nanos();
        while (!Files.exists(pid)) {
            if (GrantedTime.since(start).compareTo(PATIENCE) > 0) {
                throw new IOException("Pax Exam has not started the product within " + PATIENCE);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted", e);
            }
        }
        String number = Files.readString(pid).strip();
        return ProcessHandle.of(Long.parseLong(number))
                .orElseThrow(() -> new IOException("The process " + number + " has ended already"));
    }

    @Override
    public void stop(ProcessHandle process) throws IOException {
        leave();
    }

    @Override
    public void killed() throws IOException {
        leave();
    }

    private void leave() throws IOException {
        if (container.isPresent()) {
            TestContainer leaving = container.get();
            container = Optional.empty();
            leaving.stop();
        }
    }

    private static void copyExamBundles(Path system) throws IOException {
        Path repository = Path.of(System.getProperty("kontor.exam.repository"));
        Files.walkFileTree(repository, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = system.resolve(repository.relativize(file).toString());
                if (!Files.exists(copy)) {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
