package io.kontor.webhooks.internal;

import io.kontor.kernel.KontorException;
import io.kontor.rest.Problem;
import io.kontor.webhooks.WebhookRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code POST /hook/<account>}. */
@Component(service = Servlet.class, configurationPid = "io.kontor.webhooks")
@HttpWhiteboardServletName("kontor-hook")
@HttpWhiteboardServletPattern("/hook/*")
public final class WebhookDoor extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient WebhookIntake intake;
    private final int maxBodyBytes;

    @Activate
    public WebhookDoor(@Reference WebhookIntake intake, DoorConfig config) {
        this.intake = intake;
        this.maxBodyBytes = config.maxBodyBytes();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (!request.getMethod().equals("POST")) {
                throw new KontorException(WebhooksError.METHOD);
            }
            Address address = intake.address(account(request));
            intake.take(address, new WebhookRequest(address.account(), headers(request), body(request)));
            response.setStatus(HttpServletResponse.SC_OK);
        } catch (KontorException e) {
            Problem.of(e).write(response);
        }
    }

    private static UUID account(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        try {
            return UUID.fromString(path);
        } catch (IllegalArgumentException e) {
            throw new KontorException(WebhooksError.ADDRESS_UNKNOWN, Map.of(), e);
        }
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }

    private byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > maxBodyBytes) {
            throw tooLarge();
        }
        try (InputStream in = request.getInputStream()) {
            byte[] body = in.readNBytes(maxBodyBytes + 1);
            if (body.length > maxBodyBytes) {
                throw tooLarge();
            }
            return body;
        }
    }

    private KontorException tooLarge() {
        return new KontorException(WebhooksError.TOO_LARGE, Map.of("bytes", maxBodyBytes));
    }
}
