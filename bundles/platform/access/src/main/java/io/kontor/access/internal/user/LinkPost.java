package io.kontor.access.internal.user;

import io.kontor.access.LinkSender;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends links behind the back of the request, so that its answer takes as long whether somebody has the e-mail or not,
 * and however slow the mail server is. What is lost with the process is asked for again by the person who waits for it.
 */
@Component(service = LinkPost.class)
public final class LinkPost {

    private static final Logger LOG = LoggerFactory.getLogger(LinkPost.class);
    private static final int MOST_WAITING = 1000;

    private final LinkSender sender;
    private final WorkspaceContext workspaces;
    private final ThreadPoolExecutor worker = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            work -> new Thread(work, "kontor-access-links"));

    @Activate
    public LinkPost(@Reference LinkSender sender, @Reference WorkspaceContext workspaces) {
        this.sender = sender;
        this.workspaces = workspaces;
        worker.allowCoreThreadTimeOut(true);
    }

    void send(LinkSender.Kind kind, String to, String link, Locale locale) {
        later(() -> sender.send(kind, to, link, locale));
    }

    void later(Runnable work) {
        WorkspaceId workspace = workspaces.current();
        try {
            worker.execute(() -> logged(() -> workspaces.run(workspace, work)));
        } catch (RejectedExecutionException e) {
            LOG.error("{} links wait for the mail server; another one was not sent", MOST_WAITING, e);
        }
    }

    private static void logged(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("A link could not be sent", e);
        }
    }

    @Deactivate
    void stop() {
        worker.shutdown();
    }
}
