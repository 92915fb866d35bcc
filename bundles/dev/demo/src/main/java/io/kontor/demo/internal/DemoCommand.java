package io.kontor.demo.internal;

import io.kontor.access.SetupAnswers;
import io.kontor.access.User;
import io.kontor.access.Users;
import io.kontor.access.WorkspaceSetup;
import io.kontor.kernel.UserId;
import io.kontor.kernel.WorkspaceContext;
import io.kontor.kernel.WorkspaceId;
import io.kontor.settings.Secrets;
import io.kontor.telemetry.AdminCommand;
import io.kontor.telemetry.CommandRefused;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets a workspace up with demo data instead of asking, waits for the story's end, and prints the log-in. */
@Component
public final class DemoCommand implements AdminCommand {
    private static final String PASSWORD_PURPOSE = "demo:password";
    private static final String EMAIL = "demo@kontor.example";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 12;
    private static final long GLANCE_MILLIS = 250;
    private static final int DAYS_PER_LINE = 10;

    private final WorkspaceSetup setup;
    private final Users users;
    private final WorkspaceContext workspaces;
    private final DemoWorkspaces choice;
    private final DemoStore store;
    private final Demo demo;
    private final Secrets secrets;

    @Activate
    public DemoCommand(
            @Reference WorkspaceSetup setup,
            @Reference Users users,
            @Reference WorkspaceContext workspaces,
            @Reference DemoWorkspaces choice,
            @Reference DemoStore store,
            @Reference Demo demo,
            @Reference Secrets secrets) {
        this.setup = setup;
        this.users = users;
        this.workspaces = workspaces;
        this.choice = choice;
        this.store = store;
        this.demo = demo;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String help() {
        return "demo [<workspace>] [en|ru|de]: sets the workspace up with demo data and prints the log-in";
    }

    @Override
    public void run(List<String> arguments, PrintWriter out) {
        WorkspaceId workspace = choice.of(arguments.stream()
                .filter(word -> !DemoWorkspaces.LANGUAGES.contains(word))
                .toList());
        String language = arguments.stream()
                .filter(DemoWorkspaces.LANGUAGES::contains)
                .findFirst()
                .orElse("en");
        workspaces.run(workspace, () -> {
            if (setup.open()) {
                setUp(Locale.forLanguageTag(language));
            }
            show(workspace, out);
        });
    }

    private void setUp(Locale language) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        setup.setUp(
                "Demo",
                EMAIL,
                password,
                new SetupAnswers(
                        "Teekontor Demo GmbH",
                        "DE",
                        Currency.getInstance("EUR"),
                        ZoneId.of("Europe/Berlin"),
                        language,
                        true,
                        new UserId(new UUID(0, 0))));
        store.password(secrets.seal(password, PASSWORD_PURPOSE));
    }

    private void show(WorkspaceId workspace, PrintWriter out) {
        KeptShop shop = store.find()
                .orElseThrow(() -> new CommandRefused(
                        "The workspace is set up without demo data; add another one with ./kontor workspace add"));
        awaitEnd(workspace, out);
        KeptShop ended = store.find().orElseThrow();
        if (ended.phase() == KeptShop.Phase.BROKEN) {
            out.println("The demo's story broke off: " + ended.reason());
        }
        out.println("address   " + setup.address());
        out.println("e-mail    " + users.find(shop.owner()).map(User::email).orElse("?"));
        out.println("password  "
                + ended.password()
                        .map(bytes -> secrets.open(bytes, PASSWORD_PURPOSE))
                        .orElse("the one that was chosen at the set-up"));
        out.println("A new order in the demo shop: ./kontor demo order [--paid]");
    }

    private void awaitEnd(WorkspaceId workspace, PrintWriter out) {
        Optional<LocalDate> told = Optional.empty();
        while (store.find().orElseThrow().phase() == KeptShop.Phase.WALKING) {
            Optional<LocalDate> day = demo.day(workspace);
            if (day.isPresent()
                    && told.map(day.get().minusDays(DAYS_PER_LINE)::isAfter).orElse(true)) {
                out.println("The demo shop sells, " + day.get() + " ...");
                out.flush();
                told = day;
            }
            try {
                Thread.sleep(GLANCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CommandRefused("The product stops; the demo goes on at the next start");
            }
        }
    }
}
