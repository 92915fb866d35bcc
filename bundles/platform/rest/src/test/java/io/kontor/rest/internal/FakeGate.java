package io.kontor.rest.internal;

import io.kontor.kernel.Actor;
import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.ErrorKind;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.UserId;
import io.kontor.rest.Caller;
import io.kontor.rest.ClientRequest;
import io.kontor.rest.EndpointRefused;
import io.kontor.rest.Operation;
import io.kontor.rest.OperationGuard;
import io.kontor.rest.RequestGate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lets everybody in but into {@code hidden}; refuses endpoints on demand. */
final class FakeGate implements RequestGate {

    enum Denied implements ErrorCode {
        DENIED;

        @Override
        public String code() {
            return "access.denied";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "No";
        }
    }

    final List<String> admitted = new ArrayList<>();
    boolean refusing;

    @Override
    public Caller identify(ClientRequest request) {
        UserId user = new UserId(
                new UUID(0, request.header("X-User").map(Long::parseLong).orElse(1L)));
        Actor actor = new Actor(Actor.Kind.USER, Optional.of(user), "Ann");
        return new Caller() {
            @Override
            public Actor actor() {
                return actor;
            }

            @Override
            public boolean known() {
                return request.header("X-Stranger").isEmpty();
            }
        };
    }

    @Override
    public Map<Operation, OperationGuard> admit(String module, List<Operation> operations) {
        if (refusing) {
            throw new EndpointRefused("as told");
        }
        Map<Operation, OperationGuard> guards = new HashMap<>();
        for (Operation operation : operations) {
            admitted.add(operation.httpMethod() + " " + operation.path());
            guards.put(operation, guard(operation.method().getName().equals("hidden")));
        }
        return guards;
    }

    private static OperationGuard guard(boolean closed) {
        return new OperationGuard() {
            @Override
            public void check(Caller caller, ClientRequest request) {
                if (closed) {
                    throw new KontorException(Denied.DENIED);
                }
            }

            @Override
            public boolean open() {
                return false;
            }
        };
    }

    @Override
    public void dismiss(String module) {
        admitted.removeIf(operation -> operation.contains("/api/" + module + "/"));
    }
}
