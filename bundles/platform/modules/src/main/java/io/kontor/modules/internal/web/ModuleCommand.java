package io.kontor.modules.internal.web;

import io.kontor.kernel.KontorException;
import io.kontor.kernel.PageRequest;
import io.kontor.modules.internal.archive.ArchiveReader;
import io.kontor.modules.internal.engine.ArtefactService;
import io.kontor.modules.internal.engine.ModuleOverview;
import io.kontor.modules.internal.engine.ModuleService;
import io.kontor.modules.internal.plan.Action;
import io.kontor.modules.internal.plan.InstallPlan;
import io.kontor.modules.internal.plan.InstallPlan.Versioned;
import io.kontor.modules.internal.store.Operation;
import io.kontor.telemetry.AdminCommand;
import io.kontor.telemetry.CommandRefused;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code ./kontor module …}: the operator's way to the engine. */
@Component
public final class ModuleCommand implements AdminCommand {

    private static final String TRUST = "--trust";
    private static final int LOG_LINES = 50;
    private static final long LOOK_MILLISECONDS = 50;

    private final ModuleOverview overview;
    private final ArtefactService artefacts;
    private final ModuleService modules;

    @Activate
    public ModuleCommand(
            @Reference ModuleOverview overview,
            @Reference ArtefactService artefacts,
            @Reference ModuleService modules) {
        this.overview = overview;
        this.artefacts = artefacts;
        this.modules = modules;
    }

    @Override
    public String name() {
        return "module";
    }

    @Override
    public String help() {
        return "module list | artefacts | plan <install|update|remove|rollback> <file.kar or name> | install <file.kar or name>"
                + " [--trust] | update <name or file.kar> [--trust] | rollback <name> | remove <name> | log";
    }

    @Override
    public void run(List<String> arguments, PrintWriter out) {
        List<String> words = new ArrayList<>(arguments);
        boolean trust = words.remove(TRUST);
        String verb = words.isEmpty() ? "" : words.remove(0);
        try {
            modules.asOperator(() -> {
                run(verb, words, trust, out);
                return true;
            });
        } catch (KontorException e) {
            throw new CommandRefused(String.valueOf(e.getMessage()));
        }
    }

    private void run(String verb, List<String> words, boolean trust, PrintWriter out) {
        switch (verb) {
            case "list" -> list(out);
            case "artefacts" -> artefacts(out);
            case "log" -> log(out);
            case "plan" -> print(plan(Action.of(word(words)), word(words)), out);
            case "install", "update", "rollback", "remove" -> operate(Action.of(verb), word(words), trust, out);
            default -> throw new CommandRefused(help());
        }
    }

    private String word(List<String> words) {
        if (words.isEmpty()) {
            throw new CommandRefused(help());
        }
        return words.remove(0);
    }

    private void list(PrintWriter out) {
        for (ModuleOverview.View view : overview.all()) {
            out.printf(
                    "%-16s %-22s %-12s %s%n",
                    view.status().module(),
                    view.status().artefact().version(),
                    view.status().phase().word(),
                    view.status().reason().map(Object::toString).orElse(""));
        }
    }

    private void artefacts(PrintWriter out) {
        Set<String> installed = artefacts.installed();
        artefacts
                .all()
                .forEach(artefact -> out.printf(
                        "%s  %-16s %-22s %-9s %s%n",
                        artefact.id(),
                        artefact.module(),
                        artefact.version(),
                        artefact.origin().word(),
                        installed.contains(artefact.id()) ? "installed" : ""));
    }

    private void log(PrintWriter out) {
        modules.operations(PageRequest.first(LOG_LINES))
                .items()
                .forEach(operation -> out.println(operation.began() + "  " + sentence(operation)));
    }

    /** What is asked for: exactly the archive of a file, or what fits the name best. */
    private record Wanted(Optional<String> module, Optional<String> artefact) {}

    private Wanted wanted(String word) {
        if (!word.endsWith(".kar")) {
            return new Wanted(Optional.of(word), Optional.empty());
        }
        Path file = Path.of(word);
        try {
            if (!Files.isReadable(file) || Files.size(file) > ArchiveReader.MOST_BYTES) {
                throw new CommandRefused(file + " cannot be read, or is larger than "
                        + ArchiveReader.MOST_BYTES / (1024 * 1024) + " MB.");
            }
            return new Wanted(Optional.empty(), Optional.of(artefacts.keep(file).id()));
        } catch (IOException e) {
            throw new CommandRefused(file + " cannot be read: " + e.getMessage());
        }
    }

    private InstallPlan plan(Action action, String word) {
        Wanted wanted = wanted(word);
        return modules.plan(action, wanted.module(), wanted.artefact());
    }

    private void operate(Action action, String word, boolean trust, PrintWriter out) {
        Wanted wanted = wanted(word);
        InstallPlan plan = modules.plan(action, wanted.module(), wanted.artefact());
        print(plan, out);
        UUID id = modules.operate(plan.id(), action, wanted.module(), wanted.artefact(), trust)
                .id();
        Operation operation = modules.operation(id);
        Operation.Step told = Operation.Step.PREPARE;
        while (operation.state() == Operation.State.RUNNING) {
            if (operation.step() != told) {
                told = operation.step();
                out.println("  " + told.word());
                out.flush();
            }
            pause();
            operation = modules.operation(id);
        }
        if (operation.state() != Operation.State.DONE) {
            throw new CommandRefused(sentence(operation));
        }
        out.println(sentence(operation));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandRefused("The product stops.");
        }
    }

    private static void print(InstallPlan plan, PrintWriter out) {
        out.println(plan.action().word() + " " + plan.module()
                + plan.from().map(from -> " from " + from.version()).orElse("")
                + plan.to().map(to -> " to " + to.version()).orElse(""));
        plan.affected()
                .forEach(one -> out.println(
                        "  " + one.module() + " would be " + one.effect().word()));
        plan.refusal().ifPresent(reason -> out.println("  It cannot be done: " + reason));
        if (!plan.trusted()) {
            out.println("  Nobody trusted has signed it; " + TRUST + " runs it all the same");
        }
        out.flush();
    }

    private static String sentence(Operation operation) {
        return operation.action().word() + " of " + operation.module()
                + operation
                        .to()
                        .map(Versioned::version)
                        .map(version -> " to " + version)
                        .orElse("") + ": "
                + operation.state().word().replace('-', ' ')
                + operation.reason().map(reason -> ", " + reason).orElse("") + " (" + operation.actor() + ")";
    }
}
