package io.kontor.shell.internal;

import java.io.IOException;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import org.osgi.util.tracker.BundleTracker;

/**
 * Everything of the web that is no API: the page at every address a person can be at, the shared files below {@code
 * /assets}, a module's files below {@code /ui/<module>} and the list of modules at {@code /ui/modules}. All of it is the
 * same for everybody and holds no data, so it needs no log-in.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("kontor-shell")
@HttpWhiteboardServletPattern("/*")
public final class ShellServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    static final String FOLDER = "META-INF/kontor-shell";
    private static final String UNCHANGING = "public, max-age=31536000, immutable";

    private final transient Page page;
    private final transient Files shell;
    private final transient Files assets;
    private final transient UiModules modules;
    private final transient @Nullable BundleTracker<ModulePages.Shown> tracker;

    @Activate
    public ShellServlet(BundleContext context, @Reference UiModules modules) throws IOException {
        this.shell = Files.of(context.getBundle(), FOLDER);
        this.assets = Files.of(context.getBundle(), FOLDER + "/assets");
        this.page = Page.of(shell);
        this.modules = modules;
        this.tracker = ModulePages.follow(context, modules);
    }

    /** Without a framework. */
    ShellServlet(Files shell, Files assets, UiModules modules) throws IOException {
        this.shell = shell;
        this.assets = assets;
        this.page = Page.of(shell);
        this.modules = modules;
        this.tracker = null;
    }

    @Deactivate
    void close() {
        if (tracker != null) {
            tracker.close();
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (path.equals("/ui/modules")) {
            writeModules(request, response);
        } else if (path.startsWith("/assets/")) {
            writeFile(assets, path.substring("/assets/".length()), request, response);
        } else if (path.startsWith("/ui/")) {
            writeModuleFile(path.substring("/ui/".length()), request, response);
        } else if (isPage(path)) {
            writePage(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** A file name that is asked for outside the known folders is a mistake and must not look like a page. */
    private static boolean isPage(String path) {
        return !path.substring(path.lastIndexOf('/') + 1).contains(".");
    }

    private void writeModules(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UiModules.Listing listing = modules.listing();
        response.setHeader("Cache-Control", "no-cache");
        if (unchanged(listing.tag(), request, response)) {
            return;
        }
        response.setContentType("application/json");
        response.setContentLength(listing.json().length);
        response.getOutputStream().write(listing.json());
    }

    private void writeModuleFile(String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int slash = path.indexOf('/');
        Optional<Files> files = slash < 0 ? Optional.empty() : modules.files(path.substring(0, slash));
        if (files.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            writeFile(files.get(), path.substring(slash + 1), request, response);
        }
    }

    private static void writeFile(Files files, String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (files.find(name).isPresent()) {
            response.setHeader("Cache-Control", UNCHANGING);
        }
        FileAnswer.write(files, name, request, response);
    }

    private void writePage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("Content-Security-Policy", page.policy());
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        if (!unchanged(page.tag(), request, response)) {
            FileAnswer.write(shell, Page.NAME, request, response);
        }
    }

    private static boolean unchanged(String tag, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("ETag", tag);
        boolean same = tag.equals(request.getHeader("If-None-Match"));
        if (same) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
        return same;
    }
}
