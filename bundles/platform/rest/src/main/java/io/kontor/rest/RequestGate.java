package io.kontor.rest;

import java.util.List;
import java.util.Map;

/**
 * Who may come in. Implemented by {@code access}; without this service no endpoint is open, so a request is refused
 * rather than let through unchecked.
 */
public interface RequestGate {

    /**
     * Finds out who sends a request; runs with the workspace bound. A session or token that does not count makes an
     * unknown caller, who still may call what is open to everybody.
     */
    Caller identify(ClientRequest request);

    /**
     * Gives every operation of an endpoint its guard, when the endpoint opens.
     *
     * @throws EndpointRefused if one of them does not say who may call it
     */
    Map<Operation, OperationGuard> admit(String module, List<Operation> operations);

    /** The endpoint is closed. */
    void dismiss(String module);
}
