package io.kontor.rest.internal;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everything below {@code /api} that is an operation of a module. */
@Component(
        service = Servlet.class,
        property = {
            "osgi.http.whiteboard.servlet.name=kontor-api",
            "osgi.http.whiteboard.servlet.pattern=/api/*",
            "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
            "servlet.init.hide-service-list-page=true"
        })
public final class ApiServlet extends CXFNonSpringServlet {

    private static final long serialVersionUID = 1L;

    private final transient Door door;
    private final transient Endpoints endpoints;

    @Activate
    public ApiServlet(@Reference Door door, @Reference Endpoints endpoints) {
        this.door = door;
        this.endpoints = endpoints;
        setBus(endpoints.bus());
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        HttpServletRequest asked = (HttpServletRequest) request;
        String name = endpoint(asked);
        door.enter(asked, (HttpServletResponse) response, endpoints.largestBody(name), (http, answer, caller) -> {
            if (endpoints.enter(name, http)) {
                try {
                    // The servlet base class answers only the methods of HTTP/1.1, so not PATCH.
                    invoke(http, answer);
                } finally {
                    endpoints.leave(name);
                }
            }
        });
    }

    private static String endpoint(HttpServletRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        int end = path.indexOf('/', 1);
        return path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
    }

    @Override
    public void destroy() {
        // The bus belongs to the endpoints, which may outlive this registration of the servlet.
    }
}
