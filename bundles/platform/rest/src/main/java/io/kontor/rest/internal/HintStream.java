package io.kontor.rest.internal;

import io.kontor.kernel.WorkspaceId;
import io.kontor.rest.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open browser. It is written to as fast as it reads, without a thread of its own; who reads too slowly is let go
 * and comes back with its last position.
 */
final class HintStream implements WriteListener {

    private static final Logger LOG = LoggerFactory.getLogger(HintStream.class);
    private static final int MOST_PENDING = 1000;

    private final WorkspaceId workspace;
    private final Caller caller;
    private final AsyncContext connection;
    private final ServletOutputStream out;
    private final Runnable whenClosed;
    private final Queue<byte[]> pending = new ArrayDeque<>();
    private boolean started;
    private boolean unflushed;
    private boolean closed;

    HintStream(WorkspaceId workspace, Caller caller, AsyncContext connection, Runnable whenClosed) throws IOException {
        this.workspace = workspace;
        this.caller = caller;
        this.connection = connection;
        this.out = connection.getResponse().getOutputStream();
        this.whenClosed = whenClosed;
    }

    WorkspaceId workspace() {
        return workspace;
    }

    Caller caller() {
        return caller;
    }

    /** Sends a block of the event stream (WHATWG HTML, 9.2), without the blank line at its end. */
    synchronized void send(String block) {
        if (closed) {
            return;
        }
        if (pending.size() >= MOST_PENDING) {
            LOG.info("A browser that reads its events too slowly was let go");
            close();
            return;
        }
        pending.add((block + "\n\n").getBytes(StandardCharsets.UTF_8));
        if (started) {
            drain();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        started = true;
        drain();
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("An event stream broke", failure);
        close();
    }

    synchronized void close() {
        if (!closed) {
            gone();
            connection.complete();
        }
    }

    /** The connection has ended by itself. */
    synchronized void gone() {
        if (!closed) {
            closed = true;
            pending.clear();
            whenClosed.run();
        }
    }

    private void drain() {
        try {
            while (!closed && out.isReady()) {
                byte[] next = pending.poll();
                if (next != null) {
                    out.write(next);
                    unflushed = true;
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    return;
                }
            }
        } catch (IOException e) {
            LOG.debug("A browser left its event stream", e);
            close();
        }
    }
}
