package io.kontor.rest.internal;

import io.kontor.kernel.ActorContext;
import io.kontor.kernel.IdGenerator;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceDirectory;
import io.kontor.kernel.WorkspaceId;
import io.kontor.rest.Caller;
import io.kontor.rest.ClientRequest;
import io.kontor.rest.RequestGate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.MDC;

/** What every request below {@code /api} passes: it gets an id, a workspace and an actor, or a problem document. */
@Component(service = Door.class, configurationPid = "io.kontor.rest")
@Designate(ocd = RestSettings.class)
public final class Door {

    /** What a servlet does with a request that was let in. */
    interface Inside {
        void serve(HttpServletRequest request, HttpServletResponse response, Caller caller)
                throws IOException, ServletException;
    }

    private final WorkspaceDirectory directory;
    private final WorkspaceContext workspaces;
    private final ActorContext actors;
    private final IdGenerator ids;
    private final RequestGate gate;
    private final RestSettings settings;

    @Activate
    public Door(
            @Reference WorkspaceDirectory directory,
            @Reference WorkspaceContext workspaces,
            @Reference ActorContext actors,
            @Reference IdGenerator ids,
            @Reference RequestGate gate,
            RestSettings settings) {
        this.directory = directory;
        this.workspaces = workspaces;
        this.actors = actors;
        this.ids = ids;
        this.gate = gate;
        this.settings = settings;
    }

    void enter(HttpServletRequest http, HttpServletResponse response, Inside inside)
            throws IOException, ServletException {
        enter(http, response, settings.max_body_bytes(), inside);
    }

    /** @param largestBody how many bytes of a body may come through at most */
    void enter(HttpServletRequest http, HttpServletResponse response, int largestBody, Inside inside)
            throws IOException, ServletException {
        ClientRequest request = request(http);
        MDC.put(ProblemMapper.REQUEST_KEY, request.id());
        protect(request, response);
        try {
            if (http.getContentLengthLong() > largestBody) {
                throw LimitedRequest.tooLarge(largestBody);
            }
            WorkspaceId workspace = directory
                    .byHost(request.host())
                    .orElseThrow(() -> new KontorException(KernelError.WORKSPACE_UNKNOWN));
            HttpServletRequest limited = new LimitedRequest(http, largestBody);
            limited.setAttribute(ClientRequest.ATTRIBUTE, request);
            workspaces.run(workspace, () -> identified(request, limited, response, inside));
        } catch (Leaving leaving) {
            leaving.rethrow();
        } catch (RuntimeException failure) {
            answer(failure, request, response);
        } finally {
            MDC.remove(ProblemMapper.REQUEST_KEY);
        }
    }

    private void identified(
            ClientRequest request, HttpServletRequest limited, HttpServletResponse response, Inside inside) {
        Caller caller = gate.identify(request);
        limited.setAttribute(Caller.class.getName(), caller);
        actors.run(caller.actor(), () -> {
            try {
                inside.serve(limited, response, caller);
            } catch (IOException | ServletException e) {
                throw new Leaving(e);
            }
        });
    }

    private static void answer(RuntimeException failure, ClientRequest request, HttpServletResponse response)
            throws IOException {
        var problem = ProblemMapper.problem(failure, request.id());
        if (!response.isCommitted()) {
            response.resetBuffer();
            problem.write(response);
        }
    }

    private static void protect(ClientRequest request, HttpServletResponse response) {
        response.setHeader("X-Request-Id", request.id());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Cache-Control", "no-store");
        if (request.secure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private ClientRequest request(HttpServletRequest http) {
        String authority = forwarded(http, "X-Forwarded-Host").orElseGet(() -> authority(http));
        boolean secure = forwarded(http, "X-Forwarded-Proto")
                .map("https"::equalsIgnoreCase)
                .orElse(http.isSecure());
        String address = forwarded(http, "X-Forwarded-For").orElse(http.getRemoteAddr());
        return new ClientRequest(id(http), http, host(authority), authority, address, secure);
    }

    /** The id that telemetry gave the request, so that all its log lines have one; a held request keeps its id. */
    private String id(HttpServletRequest http) {
        if (http.getAttribute(ClientRequest.ATTRIBUTE) instanceof ClientRequest earlier) {
            return earlier.id();
        }
        String given = MDC.get(ProblemMapper.REQUEST_KEY);
        return given == null ? ids.next().toString() : given;
    }

    private static String authority(HttpServletRequest http) {
        String header = http.getHeader("Host");
        return header == null ? http.getServerName() : header;
    }

    /** The proxy appends to what the client sent, so only the last entry is the proxy's own word. */
    private Optional<String> forwarded(HttpServletRequest http, String header) {
        String value = settings.behind_proxy() ? http.getHeader(header) : null;
        return Optional.ofNullable(value)
                .map(list -> list.substring(list.lastIndexOf(',') + 1).strip())
                .filter(last -> !last.isEmpty());
    }

    /** Without the port; an IPv6 literal keeps its brackets. */
    private static String host(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
    }

    /** Carries a checked exception of the servlet through the contexts. */
    private static final class Leaving extends RuntimeException {

        Leaving(Exception cause) {
            super(cause);
        }

        void rethrow() throws IOException, ServletException {
            if (getCause() instanceof IOException broken) {
                throw broken;
            }
            if (getCause() instanceof ServletException failed) {
                throw failed;
            }
            throw new UncheckedIOException(new IOException(getCause()));
        }
    }
}
