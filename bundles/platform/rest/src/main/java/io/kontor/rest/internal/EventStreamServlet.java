package io.kontor.rest.internal;

import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.rest.Caller;
import io.kontor.rest.HintAudience;
import io.kontor.rest.RestError;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.AsyncContext;
import javax.servlet.AsyncEvent;
import javax.servlet.AsyncListener;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one event stream of a browser (server-sent events). */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=kontor-api-events",
            "osgi.http.whiteboard.servlet.pattern=/api/events",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true"
        })
public final class EventStreamServlet extends ReadingServlet {

    private static final long serialVersionUID = 1L;
    private static final int MOST_STREAMS = 2000;

    private final transient HintStreams streams;
    private final transient HintAudience audience;
    private final transient WorkspaceContext workspaces;

    @Activate
    public EventStreamServlet(
            @Reference Door door,
            @Reference HintStreams streams,
            @Reference HintAudience audience,
            @Reference WorkspaceContext workspaces) {
        super(door);
        this.streams = streams;
        this.audience = audience;
        this.workspaces = workspaces;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
        audience.admit(caller);
        if (streams.size() >= MOST_STREAMS) {
            throw new KontorException(RestError.MODULE_AWAY);
        }
        OptionalLong position = position(request);
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        // A proxy that collects an answer before it passes it on would never pass this one on.
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext connection = request.startAsync(request, response);
        connection.setTimeout(0);
        AtomicReference<HintStream> self = new AtomicReference<>();
        HintStream stream = new HintStream(workspaces.current(), caller, connection, () -> streams.end(self.get()));
        self.set(stream);
        connection.addListener(new Closing(stream));
        stream.send("retry: 2000");
        streams.begin(stream, position);
        response.getOutputStream().setWriteListener(stream);
    }

    /** What the browser heard last; the query is for a page that opens the stream anew. */
    private static OptionalLong position(HttpServletRequest request) {
        @Nullable String last = request.getHeader("Last-Event-ID");
        last = last == null || last.isEmpty() ? request.getParameter("lastEventId") : last;
        if (last == null || last.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(last));
        } catch (NumberFormatException e) {
            // Not a position of ours: as one that was never given, which makes the page fetch everything again.
            return OptionalLong.of(Long.MAX_VALUE);
        }
    }

    private record Closing(HintStream stream) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            stream.gone();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            stream.close();
        }

        @Override
        public void onError(AsyncEvent event) {
            stream.close();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // The listener stays registered for as long as the connection.
        }
    }
}
