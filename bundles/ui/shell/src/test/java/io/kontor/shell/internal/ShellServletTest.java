package io.kontor.shell.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.rest.NodeHints;
import io.kontor.rest.Traffic;
import java.io.IOException;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellServletTest {

    @TempDir
    Path folder;

    private final Deque<Runnable> later = new ArrayDeque<>();
    private final UiModules modules = new UiModules(later::add);
    private ShellServlet servlet;

    @BeforeEach
    void files() throws IOException {
        write("page.html", "<html>");
        write("policy.txt", "default-src 'none'\n");
        write("vue.1.js", "plain script");
        write("vue.1.js.br", "brotli script");
        write("vue.1.js.gz", "gzip script");
        write("secret.properties", "secret");
        Files here = in(folder);
        servlet = new ShellServlet(here, here, modules);
    }

    @Test
    void everyAddressOfAPersonGetsThePageWithItsPolicy() throws Exception {
        Exchange answer = Exchange.get("/customers/0190-1234").to(servlet);

        assertEquals(200, answer.status);
        assertEquals("<html>", answer.text());
        assertEquals("default-src 'none'", answer.headers.get("Content-Security-Policy"));
        assertEquals("no-cache", answer.headers.get("Cache-Control"));
        assertEquals("DENY", answer.headers.get("X-Frame-Options"));
    }

    @Test
    void aPageThatTheBrowserHasIsNotSentAgain() throws Exception {
        String tag = Exchange.get("/").to(servlet).headers.get("ETag");

        Exchange again = Exchange.get("/").with("If-None-Match", tag).to(servlet);

        assertEquals(304, again.status);
        assertEquals("", again.text());
    }

    @Test
    void anAbsentFileIsNotMistakenForAPage() throws Exception {
        assertEquals(404, Exchange.get("/assets/gone.js").to(servlet).status);
        assertEquals(404, Exchange.get("/favicon.ico").to(servlet).status);
        assertEquals(404, Exchange.get("/ui/absent/index.js").to(servlet).status);
    }

    @Test
    void aFileComesAsItWasCompressedAtBuildTime() throws Exception {
        Exchange brotli = Exchange.get("/assets/vue.1.js")
                .with("Accept-Encoding", "gzip, deflate, br")
                .to(servlet);
        Exchange gzip = Exchange.get("/assets/vue.1.js")
                .with("Accept-Encoding", "br;q=0, gzip")
                .to(servlet);
        Exchange plain = Exchange.get("/assets/vue.1.js").to(servlet);

        assertEquals("brotli script", brotli.text());
        assertEquals("br", brotli.headers.get("Content-Encoding"));
        assertEquals("gzip script", gzip.text());
        assertEquals("plain script", plain.text());
        assertNull(plain.headers.get("Content-Encoding"));
        assertTrue(brotli.headers.get("Cache-Control").contains("immutable"));
    }

    @Test
    void onlyFilesOfTheWebLeaveTheBundle() throws Exception {
        assertEquals(404, Exchange.get("/assets/secret.properties").to(servlet).status);
        assertFalse(Files.NAME.matcher("../policy.txt").matches());
        assertFalse(Files.NAME.matcher("a/b.js").matches());
        assertFalse(Files.NAME.matcher(".hidden.js").matches());
    }

    @Test
    void aModuleThatComesIsListedAndServedAndOneThatGoesIsNot() throws Exception {
        UiModule pipeline = new UiModule("pipeline", "1.0.0", 1, "vue.1.js", null);
        String before = Exchange.get("/ui/modules").to(servlet).headers.get("ETag");

        modules.add(pipeline, in(folder));
        Exchange list =
                Exchange.get("/ui/modules").with("If-None-Match", before).to(servlet);

        assertEquals(200, list.status);
        assertEquals(
                "[{\"id\":\"pipeline\",\"version\":\"1.0.0\",\"kitApi\":1,\"entry\":\"/ui/pipeline/vue.1.js\"}]",
                list.text());
        assertEquals(
                "plain script",
                Exchange.get("/ui/pipeline/vue.1.js").to(servlet).text());

        modules.remove(pipeline);

        assertEquals("[]", Exchange.get("/ui/modules").to(servlet).text());
        assertEquals(404, Exchange.get("/ui/pipeline/vue.1.js").to(servlet).status);
    }

    @Test
    void openPagesAreToldOfEveryChangeOfTheListAndOfNothingElse() throws Exception {
        List<String> told = new ArrayList<>();
        ModuleHints hints = new ModuleHints(modules, new Told(told), new Held(Set.of()));
        UiModule old = new UiModule("order", "1.0.0", 1, "vue.1.js", null);
        modules.add(old, in(folder));
        modules.add(new UiModule("order", "1.1.0", 1, "vue.1.js", null), in(folder));
        modules.remove(old);

        assertEquals(List.of("module", "module"), told, "the old one had gone already");

        hints.stop();
        modules.add(old, in(folder));
        assertEquals(2, told.size());
    }

    @Test
    void theOldBundleOfAnUpdateDoesNotTakeTheNewOneAway() {
        UiModule old = new UiModule("order", "1.0.0", 1, "a.js", null);
        UiModule updated = new UiModule("order", "1.1.0", 1, "b.js", null);
        modules.add(old, in(folder));
        modules.add(updated, in(folder));

        modules.remove(old);

        assertTrue(modules.files("order").isPresent());
    }

    @Test
    void aModuleThatIsBeingReplacedStaysInTheListAndOneThatDoesNotComeBackGoes() {
        List<String> told = new ArrayList<>();
        Set<String> held = new HashSet<>(Set.of("order"));
        new ModuleHints(modules, new Told(told), new Held(held));
        UiModule order = new UiModule("order", "1.0.0", 1, "a.js", null);
        UiModule updated = new UiModule("order", "1.1.0", 1, "b.js", null);
        modules.add(order, in(folder));
        modules.rest(order);
        assertTrue(modules.files("order").isPresent(), "it is only being replaced");
        modules.add(updated, in(folder));
        later.remove().run();
        assertTrue(modules.files("order").isPresent());
        assertEquals(2, told.size(), "it came and was exchanged");

        modules.rest(updated);
        later.remove().run();
        assertTrue(modules.files("order").isPresent(), "it is still held");
        held.clear();
        later.remove().run();
        assertTrue(modules.files("order").isEmpty(), "nobody waits for it any more");
        assertEquals(3, told.size());
        assertTrue(later.isEmpty());
    }

    @Test
    void aModuleThatStopsWithoutBeingReplacedGoesAtOnce() {
        UiModule order = new UiModule("order", "1.0.0", 1, "a.js", null);
        modules.add(order, in(folder));

        modules.rest(order);

        assertTrue(modules.files("order").isEmpty());
    }

    @Test
    void aDescriptionThatPointsOutsideItsFolderIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new UiModule("order", "1", 1, "../../x.js", null));
        assertThrows(IllegalArgumentException.class, () -> new UiModule("Order/..", "1", 1, "x.js", null));
    }

    @Test
    void aBundleThatWasBuiltWithoutItsPagesSaysSo() {
        IOException refused = assertThrows(
                IOException.class, () -> new ShellServlet(name -> Optional.empty(), name -> Optional.empty(), modules));

        assertTrue(refused.getMessage().contains("without its web pages"));
    }

    private void write(String name, String content) throws IOException {
        java.nio.file.Files.writeString(folder.resolve(name), content);
    }

    private static Files in(Path folder) {
        return name -> {
            Path file = folder.resolve(name);
            try {
                return java.nio.file.Files.isRegularFile(file)
                        ? Optional.of(file.toUri().toURL())
                        : Optional.empty();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** Keeps what open pages would be told. */
    private record Told(List<String> types) implements NodeHints {

        @Override
        public void tell(String type) {
            types.add(type);
        }

        @Override
        public void tell(String type, String id) {
            types.add(type);
        }
    }

    /** Holds the requests for some modules, and does nothing about them. */
    private record Held(Set<String> modules) implements Traffic {

        @Override
        public boolean held(String module) {
            return modules.contains(module);
        }

        @Override
        public void hold(Set<String> more) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean drain(Set<String> drained, Duration most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(Set<String> released) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget(Set<String> gone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> closed(String module) {
            return Optional.empty();
        }
    }
}
