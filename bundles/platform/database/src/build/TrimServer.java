import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Takes from the archive with MariaDB's binaries what the embedded server needs, and cuts the debug sections off
 * the executable (300 MB become 30). Run by the build: {@code java TrimServer.java <archive> <folder>}.
 */
final class TrimServer {

    private static final String ROOT = "/linux/";

    /** Folders end in a slash. English messages and character sets only; the licences of what is linked in stay. */
    private static final List<String> WANTED = List.of(
            "bin/mariadbd",
            "share/charsets/",
            "share/english/",
            "share/mariadb_system_tables.sql",
            "share/groonga/COPYING",
            "share/mroonga/COPYING",
            "share/groonga-normalizer-mysql/lgpl-2.0.txt");

    public static void main(String[] arguments) throws IOException {
        Path archiveFile = Path.of(arguments[0]);
        Path folder = Path.of(arguments[1]);
        Path executable = folder.resolve("bin/mariadbd");
        if (Files.exists(executable)
                && Files.getLastModifiedTime(executable).compareTo(Files.getLastModifiedTime(archiveFile)) > 0) {
            return;
        }
        try (ZipFile archive = new ZipFile(archiveFile.toFile())) {
            for (ZipEntry entry : archive.stream().toList()) {
                int root = entry.getName().indexOf(ROOT);
                String name = root < 0 ? "" : entry.getName().substring(root + ROOT.length());
                if (!entry.isDirectory() && WANTED.stream().anyMatch(name::startsWith)) {
                    copy(archive, entry, folder.resolve(name));
                }
            }
        }
        cutDebugSections(executable);
    }

    private static void copy(ZipFile archive, ZipEntry entry, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        try (InputStream content = archive.getInputStream(entry)) {
            Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /**
     * Everything behind the last segment that the loader maps is for debuggers; without it the section table is
     * meaningless and its three header fields are cleared (ELF-64, System V ABI, chapters 4 and 5).
     */
    private static void cutDebugSections(Path executable) throws IOException {
        try (FileChannel file = FileChannel.open(executable, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer header = read(file, 0, 64);
            if (header.getInt(0) != 0x464C457F || header.get(4) != 2) {
                throw new IOException(executable + " is not a 64-bit ELF file");
            }
            long table = header.getLong(32);
            int size = header.getShort(54);
            long end = table + (long) size * header.getShort(56);
            for (int i = 0; i < header.getShort(56); i++) {
                ByteBuffer segment = read(file, table + (long) i * size, size);
                end = Math.max(end, segment.getLong(8) + segment.getLong(32));
            }
            header.putLong(40, 0).putShort(60, (short) 0).putShort(62, (short) 0);
            file.write(header, 0);
            file.truncate(end);
        }
    }

    private static ByteBuffer read(FileChannel file, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, position + bytes.position()) < 0) {
                throw new IOException("The executable ends within its header");
            }
        }
        return bytes.flip();
    }
}
