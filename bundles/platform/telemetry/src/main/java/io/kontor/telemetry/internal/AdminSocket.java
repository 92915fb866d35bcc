package io.kontor.telemetry.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door for the operator: a Unix domain socket {@code run/admin.sock} in the data folder, for its owner only. */
@Component(
        immediate = true,
        service = {})
public final class AdminSocket {

    private static final Logger LOG = LoggerFactory.getLogger(AdminSocket.class);

    /** A socket's address holds 108 bytes on Linux; the JDK and curl take some of them for themselves. */
    private static final int MAX_PATH_BYTES = 90;

    private final AdminCommands commands;
    private final Path link;
    private final Path socket;
    private final ServerSocketChannel server;
    private final ExecutorService conversations = Executors.newFixedThreadPool(4, AdminSocket::daemon);

    @Activate
    public AdminSocket(BundleContext context, @Reference AdminCommands commands) {
        this(Path.of(context.getProperty("karaf.data")), commands);
    }

    AdminSocket(Path dataFolder, AdminCommands commands) {
        this.commands = commands;
        try {
            Path folder = Files.createDirectories(dataFolder.toAbsolutePath().resolve("run"));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            link = folder.resolve("admin.sock");
            Files.deleteIfExists(link);
            socket = bindable(link);
            server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException("The operator's socket cannot be opened in " + dataFolder, e);
        }
        conversations.execute(this::accept);
    }

    @Deactivate
    void close() throws IOException {
        server.close();
        conversations.shutdownNow();
        Files.deleteIfExists(socket);
        if (!socket.equals(link)) {
            Files.deleteIfExists(link);
            Files.deleteIfExists(socket.getParent());
        }
    }

    /** A path too long for a socket address becomes a link to a private folder with a short one. */
    private static Path bindable(Path link) throws IOException {
        if (link.toString().getBytes(StandardCharsets.UTF_8).length <= MAX_PATH_BYTES) {
            return link;
        }
        Path target =
                Files.createTempDirectory(Path.of("/tmp"), "kontor-").resolve("admin.sock"); // the folder is rwx------
        Files.createSymbolicLink(link, target);
        return target;
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel client = server.accept();
                conversations.execute(() -> converse(client));
            }
        } catch (ClosedChannelException e) {
            LOG.debug("The operator's socket is closed", e);
        } catch (IOException e) {
            LOG.error("The operator's socket broke; commands are not possible until a restart", e);
        }
    }

    private void converse(SocketChannel client) {
        try (client) {
            AdminConversation.hold(client, commands);
        } catch (IOException e) {
            LOG.warn("A command broke off", e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "kontor-admin");
        thread.setDaemon(true);
        return thread;
    }
}
