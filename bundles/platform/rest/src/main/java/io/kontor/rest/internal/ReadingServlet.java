package io.kontor.rest.internal;

import io.kontor.kernel.KontorException;
import io.kontor.rest.Caller;
import io.kontor.rest.RestError;
import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/** A path behind the door that no module answers, and that is only read. */
abstract class ReadingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Door door;

    ReadingServlet(Door door) {
        this.door = door;
    }

    abstract void answer(HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        door.enter(request, response, this::read);
    }

    private void read(HttpServletRequest request, HttpServletResponse response, Caller caller) throws IOException {
        if (!request.getMethod().equals("GET")) {
            response.setHeader("Allow", "GET");
            throw new KontorException(RestError.METHOD);
        }
        answer(request, response, caller);
    }
}
