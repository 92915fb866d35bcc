package io.kontor.shell.internal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/**
 * The module pages that are here now; bundles come and go while the list is read. One whose bundle stands still while
 * requests for it are held is being replaced and stays in the list, so that no menu flickers.
 */
@Component(service = UiModules.class)
public final class UiModules {

    /** Where a bundle keeps its built pages. */
    static final String FOLDER = "META-INF/kontor-ui";

    private static final long LOOK_MILLISECONDS = 500;

    private record Present(UiModule module, Files files, boolean resting) {

        Present rest() {
            return new Present(module, files, true);
        }
    }

    /** The list as the browser gets it, with its tag. */
    record Listing(byte[] json, String tag) {}

    private final Executor later;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Present> present = new TreeMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Predicate<String> held = module -> false;
    private volatile Listing listing = listing(List.of());

    public UiModules() {
        this(CompletableFuture.delayedExecutor(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS));
    }

    /** @param later runs what looks again after a moment */
    UiModules(Executor later) {
        this.later = later;
    }

    /** Reads a bundle's description. */
    UiModule read(URL description) {
        try (InputStream content = description.openStream()) {
            return json.readValue(content, UiModule.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The description of a module's pages cannot be read: " + description, e);
        }
    }

    void add(UiModule module, Files files) {
        synchronized (this) {
            present.put(module.id(), new Present(module, files, false));
            listing = listing(present.values());
        }
        listeners.forEach(Runnable::run);
    }

    /** Removes the module unless another bundle has taken its place in the meantime. */
    void remove(UiModule module) {
        synchronized (this) {
            if (!isPresent(module)) {
                return;
            }
            present.remove(module.id());
            listing = listing(present.values());
        }
        listeners.forEach(Runnable::run);
    }

    /** The module's bundle has stopped: its pages go, unless it is being replaced; then they go if it does not come back. */
    void rest(UiModule module) {
        if (!held.test(module.id())) {
            remove(module);
            return;
        }
        synchronized (this) {
            if (isPresent(module)) {
                present.computeIfPresent(module.id(), (id, now) -> now.rest());
                later.execute(() -> endRest(module));
            }
        }
    }

    private void endRest(UiModule module) {
        boolean resting;
        synchronized (this) {
            resting = isPresent(module) && present.get(module.id()).resting();
        }
        if (resting && held.test(module.id())) {
            later.execute(() -> endRest(module));
        } else if (resting) {
            remove(module);
        }
    }

    private boolean isPresent(UiModule module) {
        Present now = present.get(module.id());
        return now != null && now.module() == module;
    }

    /** Who knows for which modules requests are held; nobody at first. */
    void heldBy(Predicate<String> answer) {
        held = answer;
    }

    /** Called after every change of the list; must be quick. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void ignore(Runnable listener) {
        listeners.remove(listener);
    }

    synchronized Optional<Files> files(@Nullable String id) {
        return Optional.ofNullable(id).map(present::get).map(Present::files);
    }

    Listing listing() {
        return listing;
    }

    private Listing listing(Collection<Present> modules) {
        try {
            byte[] bytes = json.writeValueAsBytes(
                    modules.stream().map(Present::module).map(UiModules::offer).toList());
            CRC32 sum = new CRC32();
            sum.update(bytes);
            return new Listing(bytes, "\"" + HexFormat.of().toHexDigits((int) sum.getValue()) + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException("Plain values are always JSON", e);
        }
    }

    private static Map<String, Object> offer(UiModule module) {
        String folder = "/ui/" + module.id() + "/";
        Map<String, Object> offer = new LinkedHashMap<>();
        offer.put("id", module.id());
        offer.put("version", module.version());
        offer.put("kitApi", module.kitApi());
        offer.put("entry", folder + module.entry());
        if (module.style() != null) {
            offer.put("style", folder + module.style());
        }
        return offer;
    }
}
