package io.kontor.rest.internal;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.servlet.AsyncContext;
import javax.servlet.ServletOutputStream;
import javax.servlet.ServletResponse;
import javax.servlet.WriteListener;

/** The far end of an event stream, which reads or does not. */
final class FakeBrowser {

    private static final String END = "the connection ended";

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Reading out = new Reading();
    volatile boolean reading = true;

    /** The connection as the servlet container gives it. */
    AsyncContext connection() {
        ServletResponse response = proxy(ServletResponse.class, "getOutputStream", out);
        return (AsyncContext) Proxy.newProxyInstance(
                FakeBrowser.class.getClassLoader(), new Class<?>[] {AsyncContext.class}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "getResponse":
                            return response;
                        case "complete":
                            heard.add(END);
                            return null;
                        case "hashCode":
                            return System.identityHashCode(self);
                        default:
                            throw new UnsupportedOperationException(method.getName());
                    }
                });
    }

    /** The next block of the stream, without the blank line at its end. */
    String next() {
        try {
            String block = heard.poll(10, TimeUnit.SECONDS);
            return block == null ? "nothing came" : block;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether the server ends the connection, after whatever it still says. */
    boolean isLetGo() {
        String block = next();
        while (block.startsWith("event: alive")) {
            block = next();
        }
        return block.equals(END);
    }

    private static <T> T proxy(Class<T> type, String answered, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                FakeBrowser.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals(answered)) {
                        return answer;
                    }
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    private final class Reading extends ServletOutputStream {

        private final ByteArrayOutputStream block = new ByteArrayOutputStream();

        @Override
        public boolean isReady() {
            return reading;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("the stream is its own listener");
        }

        @Override
        public void write(int octet) {
            block.write(octet);
            String text = block.toString(StandardCharsets.UTF_8);
            if (text.endsWith("\n\n")) {
                heard.add(text.strip());
                block.reset();
            }
        }
    }
}
