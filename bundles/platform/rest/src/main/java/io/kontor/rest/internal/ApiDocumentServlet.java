package io.kontor.rest.internal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.kernel.KontorException;
import io.kontor.rest.Caller;
import io.kontor.rest.RestError;
import java.io.IOException;
import java.util.Collection;
import java.util.function.Supplier;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells whoever is logged in what the running modules answer, as one OpenAPI document. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=kontor-api-document",
            "osgi.http.whiteboard.servlet.pattern=/api/openapi.json"
        })
public final class ApiDocumentServlet extends ReadingServlet {

    private static final long serialVersionUID = 1L;

    private final transient Endpoints endpoints;
    private final transient Supplier<Collection<ObjectNode>> modules;
    private final transient JsonMapper json = new JsonMapper();

    @Activate
    public ApiDocumentServlet(
            @Reference Door door, @Reference Endpoints endpoints, @Reference BundleDocuments documents) {
        this(door, endpoints, documents::all);
    }

    ApiDocumentServlet(Door door, Endpoints endpoints, Supplier<Collection<ObjectNode>> modules) {
        super(door);
        this.endpoints = endpoints;
        this.modules = modules;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
        if (!caller.known()) {
            throw new KontorException(RestError.LOG_IN_REQUIRED);
        }
        byte[] document = json.writeValueAsBytes(ApiDocument.merged(modules.get(), endpoints.names()));
        response.setContentType("application/json");
        response.setContentLength(document.length);
        response.getOutputStream().write(document);
    }
}
