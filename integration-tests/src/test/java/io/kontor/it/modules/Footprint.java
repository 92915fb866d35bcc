package io.kontor.it.modules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a running Java process holds, looked at from outside with the JDK's {@code jcmd}.
 *
 * @param heap bytes of objects that are alive, after a full collection, by the name of their class
 * @param classLoaders how many there are of those that define classes of bundles and libraries
 * @param threads how many of each name, numbers left out
 */
record Footprint(Map<String, Long> heap, long classLoaders, Map<String, Integer> threads) {
    private static final Pattern CLASS = Pattern.compile("(?m)^\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(\\S+)");

    /** A row of each, but for those that the JDK makes for a method that is called by reflection, and drops, as it likes. */
    private static final Pattern LOADER =
            Pattern.compile("(?m)^0x(?!.*jdk\\.internal\\.reflect\\.DelegatingClassLoader).*$");

    private static final Pattern THREAD = Pattern.compile("(?m)^\"([^\"]*)\"");

    /** Of the process with this id. */
    static Footprint of(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run"); // what a first collection finalised goes with the second
        Map<String, Long> heap = histogram(jcmd(pid, "GC.class_histogram"));
        long loaders =
                LOADER.matcher(jcmd(pid, "VM.classloader_stats")).results().count();
        Map<String, Integer> threads = new TreeMap<>();
        Matcher thread = THREAD.matcher(jcmd(pid, "Thread.print"));
        while (thread.find()) {
            threads.merge(thread.group(1).replaceAll("\\d+", "*"), 1, Integer::sum);
        }
        return new Footprint(heap, loaders, threads);
    }

    private static Map<String, Long> histogram(String text) throws IOException {
        Map<String, Long> bytes = new HashMap<>();
        CLASS.matcher(text)
                .results()
                .forEach(row -> bytes.merge(row.group(2), Long.parseLong(row.group(1)), Long::sum));
        if (bytes.isEmpty()) {
            throw new IOException("jcmd answered without a row: " + text);
        }
        return bytes;
    }

    int threadCount() {
        return threads.values().stream().mapToInt(Integer::intValue).sum();
    }

    double heapMebibytes() {
        return heap.values().stream().mapToLong(Long::longValue).sum() / (double) (1 << 20);
    }

    /** The classes whose objects take more room than before, the most first, each with the difference in KiB. */
    List<String> moreHeapThan(Footprint before, int most) {
        Map<String, Long> more = new HashMap<>();
        heap.forEach((name, bytes) -> more.put(name, bytes - before.heap().getOrDefault(name, 0L)));
        return more.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .map(grown -> String.format(Locale.ROOT, "%s %+d KiB", grown.getKey(), grown.getValue() / 1024))
                .toList();
    }

    /** Which threads there are more of than before, with the difference. */
    Map<String, Integer> moreThreadsThan(Footprint before) {
        Map<String, Integer> more = new TreeMap<>();
        threads.forEach((name, count) -> {
            int grown = count - before.threads().getOrDefault(name, 0);
            if (grown > 0) {
                more.put(name, grown);
            }
        });
        return more;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "heap %.1f MiB, %d class loaders, %d threads",
                heapMebibytes(),
                classLoaders,
                threadCount());
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd " + command + " ended with " + process.exitValue() + ": " + text);
        }
        return text;
    }
}
