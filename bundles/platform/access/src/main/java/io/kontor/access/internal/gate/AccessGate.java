package io.kontor.access.internal.gate;

import io.kontor.access.LoggedIn;
import io.kontor.access.PublicOperation;
import io.kontor.access.RequiresPermission;
import io.kontor.rest.Caller;
import io.kontor.rest.ClientRequest;
import io.kontor.rest.EndpointRefused;
import io.kontor.rest.Operation;
import io.kontor.rest.OperationGuard;
import io.kontor.rest.RequestGate;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds out who calls, and gives every operation the guard that its annotation asks for. */
@Component(service = RequestGate.class)
public final class AccessGate implements RequestGate {

    /** The cookie of a session. */
    public static final String COOKIE = "kontor-session";

    private static final String BEARER = "Bearer ";
    private static final Caller UNKNOWN = new UnknownCaller();

    private final Callers callers;
    private final Operations operations;
    private final PublicOperations reviewed;

    @Activate
    public AccessGate(@Reference Callers callers, @Reference Operations operations) {
        this(callers, operations, PublicOperations.reviewed());
    }

    AccessGate(Callers callers, Operations operations, PublicOperations reviewed) {
        this.callers = callers;
        this.operations = operations;
        this.reviewed = reviewed;
    }

    @Override
    public Caller identify(ClientRequest request) {
        Optional<String> authorization = request.header("Authorization");
        if (authorization.isPresent()) {
            return authorization
                    .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                    .flatMap(value ->
                            callers.byToken(value.substring(BEARER.length()).strip()))
                    .map(Caller.class::cast)
                    .orElse(UNKNOWN);
        }
        return session(request.http())
                .flatMap(callers::bySession)
                .map(Caller.class::cast)
                .orElse(UNKNOWN);
    }

    @Override
    public Map<Operation, OperationGuard> admit(String module, List<Operation> wanted) {
        Map<Operation, OperationGuard> guards = new HashMap<>();
        List<DeclaredOperation> declared = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Operation operation : wanted) {
            Optional<DeclaredOperation> declaration = declaration(operation);
            if (declaration.isEmpty()) {
                refused.add(operation.httpMethod() + " " + operation.path());
            } else {
                declared.add(declaration.get());
                guards.put(operation, guard(operation, declaration.get()));
            }
        }
        if (!refused.isEmpty()) {
            throw new EndpointRefused("Say with exactly one of @RequiresPermission, @LoggedIn and @PublicOperation who"
                    + " may call these; a public one must stand in public-operations.txt of access: " + refused);
        }
        operations.opened(module, declared);
        return guards;
    }

    @Override
    public void dismiss(String module) {
        operations.closed(module);
    }

    private Optional<DeclaredOperation> declaration(Operation operation) {
        Method method = operation.method();
        RequiresPermission permission = method.getAnnotation(RequiresPermission.class);
        boolean loggedIn = method.isAnnotationPresent(LoggedIn.class);
        boolean open = method.isAnnotationPresent(PublicOperation.class);
        if ((permission == null ? 0 : 1) + (loggedIn ? 1 : 0) + (open ? 1 : 0) != 1) {
            return Optional.empty();
        }
        if (open && !reviewed.contains(operation.httpMethod(), operation.path())) {
            return Optional.empty();
        }
        return Optional.of(DeclaredOperation.of(operation, permission == null ? "" : permission.value(), open));
    }

    private static OperationGuard guard(Operation operation, DeclaredOperation declared) {
        return switch (declared.access()) {
            case PUBLIC -> new PublicGuard(operation.writes());
            case LOGGED_IN -> new KnownGuard(operation.writes(), Optional.empty());
            case PERMISSION -> new KnownGuard(operation.writes(), declared.permission());
        };
    }

    private static Optional<String> session(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
