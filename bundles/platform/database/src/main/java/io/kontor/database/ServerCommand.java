package io.kontor.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command lines of the server's own binary: making the system tables, and serving. */
final class ServerCommand {

    static final String USER = "kontor";

    private final EmbeddedSettings settings;
    private final DataFolder folder;

    ServerCommand(EmbeddedSettings settings, DataFolder folder) {
        this.settings = settings;
        this.folder = folder;
    }

    /**
     * Makes the system tables only: no root, no anonymous account, no test database, no help texts. The folder gets
     * its name when it is complete, so a start that was killed in the middle leaves nothing that looks finished.
     */
    void makeSystemTables() throws IOException, InterruptedException {
        Path fresh = folder.emptyFiles();
        Path script = folder.temporary().resolve("system-tables.sql");
        String tables = Files.readString(settings.serverFolder().resolve("share/mariadb_system_tables.sql"));
        Files.writeString(script, "create database mysql;\nuse mysql;\n" + tables);
        List<String> command = executable(fresh);
        command.add("--bootstrap");
        command.add("--enforce-storage-engine=");
        Process process = new ProcessBuilder(command)
                .redirectInput(script.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
        if (!process.waitFor(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new DatabaseException("Making the system tables took longer than " + settings.patience());
        }
        if (process.exitValue() != 0) {
            throw new DatabaseException("The system tables could not be made (exit code " + process.exitValue()
                    + "). The log ends: " + String.join(" | ", folder.lastLogLines(15)));
        }
        Files.delete(script);
        Files.move(fresh, folder.files(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The one account, set at every start: a lost password file heals itself. One statement per line. */
    Path writeAccount(String password) throws IOException {
        StringBuilder sql = new StringBuilder();
        for (String host : List.of("127.0.0.1", "localhost")) {
            sql.append("""
                    CREATE USER IF NOT EXISTS '%1$s'@'%2$s' IDENTIFIED BY '%3$s';
                    ALTER USER '%1$s'@'%2$s' IDENTIFIED BY '%3$s';
                    GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'%2$s' WITH GRANT OPTION;
                    """.formatted(USER, host, password));
        }
        return folder.writeInitFile(sql.toString());
    }

    /** {@code setsid} replaces itself by the server, so the process id is the server's. */
    ServerProcess start(int port, Path initFile) throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(executable(folder.files()));
        command.addAll(List.of(
                "--init-file=" + initFile,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--socket=" + DataFolder.SOCKET,
                "--pid-file=" + folder.files().resolve("server.pid"),
                "--skip-ssl", // loopback only; and 11.4 would spend seconds on a key of its own at every start
                "--skip-name-resolve",
                "--skip-log-bin",
                "--performance-schema=OFF",
                "--local-infile=OFF",
                "--secure-file-priv=" + folder.temporary(),
                "--transaction-isolation=READ-COMMITTED",
                "--default-time-zone=+00:00",
                "--max-connections=100",
                "--max-allowed-packet=64M",
                "--slow-query-log=ON",
                "--slow-query-log-file=" + folder.slowLog(),
                "--long-query-time=1"));
        command.addAll(settings.options());
        Process process = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                .start();
        return ServerProcess.of(process.pid(), port);
    }

    private List<String> executable(Path files) {
        Path server = settings.serverFolder();
        List<String> command = new ArrayList<>(List.of(
                server.resolve(ServerFiles.EXECUTABLE).toString(),
                "--no-defaults",
                "--basedir=" + server,
                "--lc-messages-dir=" + server.resolve("share"),
                "--character-sets-dir=" + server.resolve("share/charsets"),
                "--datadir=" + files,
                "--tmpdir=" + folder.temporary(),
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--innodb-buffer-pool-size=" + settings.bufferPoolMegabytes() + "M",
                "--innodb-log-buffer-size=4M",
                "--innodb-log-file-size=48M",
                "--innodb-temp-data-file-path=ibtmp1:2M:autoextend",
                "--key-buffer-size=64K",
                "--aria-pagecache-buffer-size=2M"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root"); // the server refuses to run as root unless told so
        }
        return command;
    }
}
