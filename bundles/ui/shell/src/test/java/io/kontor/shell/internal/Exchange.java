package io.kontor.shell.internal;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.ServletOutputStream;
import javax.servlet.WriteListener;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** One GET and what was answered, without a container. */
final class Exchange {

    private final String path;
    private final Map<String, String> requestHeaders = new HashMap<>();
    final Map<String, String> headers = new HashMap<>();
    final ByteArrayOutputStream body = new ByteArrayOutputStream();
    int status = 200;

    private Exchange(String path) {
        this.path = path;
    }

    static Exchange get(String path) {
        return new Exchange(path);
    }

    Exchange with(String header, String value) {
        requestHeaders.put(header, value);
        return this;
    }

    Exchange to(ShellServlet servlet) throws Exception {
        servlet.doGet(request(), response());
        return this;
    }

    String text() {
        return body.toString(StandardCharsets.UTF_8);
    }

    private HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getPathInfo" -> path;
            case "getHeader" -> requestHeaders.get((String) arguments[0]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (method, arguments) -> {
            switch (method) {
                case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
                case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
                case "setContentLength", "setContentLengthLong" ->
                    headers.put("Content-Length", String.valueOf(arguments[0]));
                case "setStatus", "sendError" -> status = (int) arguments[0];
                case "getOutputStream" -> {
                    return output();
                }
                default -> throw new UnsupportedOperationException(method);
            }
            return null;
        });
    }

    private ServletOutputStream output() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int value) {
                body.write(value);
            }
        };
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
