package io.kontor.modules.internal.archive;

import io.kontor.modules.internal.ModuleReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipException;

/** Opens the file that somebody hands in as a module. Nothing of it is run, and nothing is believed. */
public final class ArchiveReader {

    /** The largest file, in bytes. */
    public static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final int MOST_ENTRIES = 500;
    private static final int MOST_MEGABYTES = 64;
    private static final int MOST_TIMES = 100;
    private static final int MOST_BUNDLES = 2;
    private static final String REPOSITORY = "repository/";
    private static final Pattern FEATURE = Pattern.compile("repository/(.*[/-])?features?\\.xml");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private ArchiveReader() {}

    /** An archive with the jars of its bundles, by the bundles' checksums. */
    public record Opened(ModuleArchive archive, Map<String, byte[]> jars) {

        public byte[] jar(ModuleBundle bundle) {
            byte[] jar = jars.get(bundle.sha256());
            if (jar == null) {
                throw new IllegalArgumentException(bundle.symbolicName() + " is not in " + archive.id());
            }
            return jar;
        }
    }

    /**
     * Reads the whole file.
     *
     * @throws io.kontor.kernel.KontorException {@code modules.archive-broken}, with the reason
     */
    public static Opened open(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Signers signers = new Signers();
        Map<String, byte[]> entries = entries(file, bytes.length, signers);
        byte[] feature = feature(entries);
        Map<String, byte[]> jars = new HashMap<>();
        List<ModuleBundle> bundles = new ArrayList<>();
        for (String place : FeatureFile.bundles(feature)) {
            byte[] jar = entries.get(REPOSITORY + place);
            if (jar == null) {
                throw ArchiveBroken.because(
                        ModuleReason.FEATURE, Map.of("problem", "it names " + place + ", which is not there"));
            }
            ModuleBundle bundle = BundleReader.read(place.substring(place.lastIndexOf('/') + 1), jar);
            bundles.add(bundle);
            jars.put(bundle.sha256(), jar);
        }
        bundles.sort(Comparator.comparing(bundle -> !bundle.isApi()));
        ModuleBundle main = main(bundles);
        String module = main.symbolicName().substring(main.symbolicName().lastIndexOf('.') + 1);
        return new Opened(
                new ModuleArchive(
                        Checksum.of(bytes), module, main.version(), bundles, signers.ofEverything(), bytes.length),
                jars);
    }

    private static byte[] feature(Map<String, byte[]> entries) {
        List<String> names = entries.keySet().stream()
                .filter(name -> FEATURE.matcher(name).matches())
                .sorted()
                .toList();
        if (names.size() != 1) {
            String problem = names.isEmpty()
                    ? "there is none in repository/"
                    : "an archive is one module, and there are " + String.join(" and ", names);
            throw ArchiveBroken.because(ModuleReason.FEATURE, Map.of("problem", problem));
        }
        return entries.get(names.get(0));
    }

    private static Map<String, byte[]> entries(Path file, long size, Signers signers) throws IOException {
        Unpacked unpacked = new Unpacked(size, MOST_ENTRIES, MOST_MEGABYTES, MOST_TIMES);
        Map<String, byte[]> entries = new HashMap<>();
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                unpacked.meet(entry.getName());
                try (InputStream content = jar.getInputStream(entry)) {
                    entries.put(entry.getName(), unpacked.read(content));
                }
                signers.saw(entry);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw ArchiveBroken.because(ModuleReason.NOT_A_ZIP, Map.of(), e);
        } catch (SecurityException e) {
            throw ArchiveBroken.because(ModuleReason.SIGNATURE, Map.of(), e);
        }
        return entries;
    }

    /** The bundle that the module is called after; beside it may only be its own api. */
    private static ModuleBundle main(List<ModuleBundle> bundles) {
        List<ModuleBundle> mains =
                bundles.stream().filter(bundle -> !bundle.isApi()).toList();
        ModuleBundle main = mains.size() == 1 ? mains.get(0) : null;
        boolean together = main != null
                && bundles.size() <= MOST_BUNDLES
                && bundles.stream()
                        .filter(ModuleBundle::isApi)
                        .allMatch(api -> api.symbolicName().equals(main.symbolicName() + ModuleBundle.API));
        if (main == null || !together || !named(main)) {
            String names = bundles.stream().map(ModuleBundle::symbolicName).collect(Collectors.joining(", "));
            throw ArchiveBroken.because(ModuleReason.BUNDLES_DISAGREE, Map.of("bundles", names));
        }
        return main;
    }

    private static boolean named(ModuleBundle main) {
        String name = main.symbolicName();
        return WORD.matcher(name.substring(name.lastIndexOf('.') + 1)).matches();
    }
}
