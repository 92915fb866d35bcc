package io.kontor.rest.internal;

import io.kontor.kernel.KontorException;
import io.kontor.rest.RestError;
import java.io.IOException;
import java.util.Map;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** A request whose body ends with an error once it is longer than allowed, whatever length it claimed. */
final class LimitedRequest extends HttpServletRequestWrapper {

    private static final String ATTRIBUTE = LimitedRequest.class.getName();

    private int limit;

    LimitedRequest(HttpServletRequest request, int limit) {
        super(request);
        this.limit = limit;
        setAttribute(ATTRIBUTE, this);
    }

    /** Limits what is read from now on further, for the operation that turned out to be asked for. */
    static void limit(HttpServletRequest request, int bytes) {
        if (request.getContentLengthLong() > bytes) {
            throw tooLarge(bytes);
        }
        if (request.getAttribute(ATTRIBUTE) instanceof LimitedRequest limited) {
            limited.limit = Math.min(limited.limit, bytes);
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new LimitedBody(super.getInputStream());
    }

    static KontorException tooLarge(int limit) {
        return new KontorException(RestError.BODY_TOO_LARGE, Map.of("limit", limit));
    }

    private final class LimitedBody extends ServletInputStream {

        private final ServletInputStream body;
        private long seen;

        LimitedBody(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int got = body.read(target, offset, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int got) {
            seen += got;
            if (seen > limit) {
                throw tooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
