package io.kontor.modules.internal.archive;

import io.kontor.modules.internal.ModuleReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts what comes out of a zip file, so that a small file cannot become a large one, nor two entries one. */
final class Unpacked {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int CHUNK = 64 * 1024;

    /** So much may come out of any file, however small it is. */
    private static final long ALWAYS = 4L * MEGABYTE;

    private static final int LONGEST_NAME = 300;

    private final int mostEntries;
    private final long mostBytes;
    private final Set<String> names = new HashSet<>();
    private long bytes;

    /** @param packed the size of the file, in bytes */
    Unpacked(long packed, int mostEntries, int mostMegabytes, int mostTimes) {
        this.mostEntries = mostEntries;
        this.mostBytes = Math.min((long) mostMegabytes * MEGABYTE, Math.max(ALWAYS, packed * mostTimes));
    }

    /** Looks at the name of an entry, before its content is read. */
    void meet(String name) {
        if (names.size() >= mostEntries) {
            throw ArchiveBroken.because(ModuleReason.TOO_LARGE, Map.of("limit", mostEntries + " entries"));
        }
        boolean leadsOutside = name.startsWith("/") || name.contains("\\") || ("/" + name + "/").contains("/../");
        if (leadsOutside || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0 || !names.add(name)) {
            String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
            throw ArchiveBroken.because(ModuleReason.ENTRY, Map.of("name", shown.replace('\0', '?')));
        }
    }

    byte[] read(InputStream content) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int got = content.read(chunk); got >= 0; got = content.read(chunk)) {
            count(got);
            all.write(chunk, 0, got);
        }
        return all.toByteArray();
    }

    /** Reads to the end and keeps nothing. */
    void pass(InputStream content) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int got = content.read(chunk); got >= 0; got = content.read(chunk)) {
            count(got);
        }
    }

    private void count(int got) {
        bytes += got;
        if (bytes > mostBytes) {
            throw ArchiveBroken.because(ModuleReason.TOO_LARGE, Map.of("limit", mostBytes / MEGABYTE + " MB"));
        }
    }
}
