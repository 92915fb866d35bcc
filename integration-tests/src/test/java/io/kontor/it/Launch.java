package io.kontor.it;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who starts and stops the process of a distribution. */
interface Launch {

    /**
     * Starts it, and returns long before it is ready.
     *
     * @param home the unpacked distribution; what the process prints goes to {@code server.out} in it
     * @param command the words that start it
     * @param environment further variables
     */
    ProcessHandle start(Path home, List<String> command, Map<String, String> environment) throws IOException;

    /** Asks it to stop. */
    void stop(ProcessHandle process) throws IOException;

    /** It was killed. */
    default void killed() throws IOException {}

    /** The variables, and the options that the build gives to JVMs that live for seconds; none where it measures. */
    static Map<String, String> forShortLives(Map<String, String> environment) {
        Map<String, String> all = new TreeMap<>(environment);
        String options = System.getProperty("kontor.javaOptions", "");
        if (!options.isBlank()) {
            all.putIfAbsent("KONTOR_JAVA_OPTS", options);
        }
        return all;
    }

    /** Nobody between the test and the process. */
    static Launch plain() {
        return new Launch() {
            @Override
            public ProcessHandle start(Path home, List<String> command, Map<String, String> environment)
                    throws IOException {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(
                                home.resolve("server.out").toFile()));
                builder.environment().putAll(forShortLives(environment));
                return builder.start().toHandle();
            }

            @Override
            public void stop(ProcessHandle process) {
                process.destroy();
            }
        };
    }
}
