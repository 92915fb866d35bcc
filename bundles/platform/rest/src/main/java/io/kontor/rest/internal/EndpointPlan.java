package io.kontor.rest.internal;

import io.kontor.rest.EndpointRefused;
import io.kontor.rest.Operation;
import io.kontor.rest.OperationGuard;
import io.kontor.rest.RequestGate;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.URITemplate;

/** Reads the operations of an endpoint before it opens, and lets the gate give each its guard. */
final class EndpointPlan {

    private final String name;
    private final Map<Operation, Method> operations = new HashMap<>();

    EndpointPlan(String name, JAXRSServerFactoryBean factory) {
        this.name = name;
        for (ClassResourceInfo resource : factory.getServiceFactory().getClassResourceInfo()) {
            for (OperationResourceInfo operation :
                    resource.getMethodDispatcher().getOperationResourceInfos()) {
                add(resource, operation);
            }
        }
    }

    Map<Method, Guarded> guards(RequestGate gate) {
        Map<Operation, OperationGuard> admitted = gate.admit(name, List.copyOf(operations.keySet()));
        Map<Method, Guarded> guards = new HashMap<>();
        operations.forEach((operation, called) -> {
            OperationGuard guard = admitted.get(operation);
            if (guard == null) {
                throw new EndpointRefused("The gate gave no guard for " + operation.method());
            }
            guards.put(called, Guarded.of(guard, operation.httpMethod(), operation.method()));
        });
        return guards;
    }

    private void add(ClassResourceInfo resource, OperationResourceInfo operation) {
        if (operation.isSubResourceLocator()) {
            throw new EndpointRefused(operation.getMethodToInvoke()
                    + " is a sub-resource locator; what it leads to cannot be guarded, so write it as a resource");
        }
        Method annotated =
                operation.getAnnotatedMethod() == null ? operation.getMethodToInvoke() : operation.getAnnotatedMethod();
        String path = path(resource.getURITemplate(), operation.getURITemplate());
        operations.put(new Operation(name, operation.getHttpMethod(), path, annotated), operation.getMethodToInvoke());
    }

    private String path(URITemplate... templates) {
        List<String> parts = new ArrayList<>(List.of("api", name));
        for (URITemplate template : templates) {
            Stream.of(template.getValue().split("/"))
                    .filter(part -> !part.isEmpty())
                    .forEach(parts::add);
        }
        return "/" + String.join("/", parts);
    }
}
