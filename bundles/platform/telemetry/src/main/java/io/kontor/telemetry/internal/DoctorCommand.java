package io.kontor.telemetry.internal;

import io.kontor.telemetry.AdminCommand;
import io.kontor.telemetry.CommandRefused;
import io.kontor.telemetry.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The part of {@code ./kontor doctor} that the running product knows: what is wrong, and how to mend it. */
@Component(service = AdminCommand.class)
public final class DoctorCommand implements AdminCommand {

    private final Checkups checkups;

    @Activate
    public DoctorCommand(@Reference Checkups checkups) {
        this.checkups = checkups;
    }

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String help() {
        return "doctor: what is wrong, and how to mend it";
    }

    @Override
    public void run(List<String> arguments, PrintWriter out) {
        AtomicInteger wrong = new AtomicInteger();
        checkups.examine((name, finding) -> {
            out.printf("%-8s%-16s%s%n", word(finding.gravity()), name, finding.what());
            if (!finding.remedy().isEmpty()) {
                out.printf("%24s-> %s%n", "", finding.remedy());
            }
            out.flush();
            wrong.addAndGet(finding.gravity() == Finding.Gravity.WRONG ? 1 : 0);
        });
        if (wrong.get() > 0) {
            throw new CommandRefused(wrong.get() + " of these are wrong.");
        }
    }

    private static String word(Finding.Gravity gravity) {
        return switch (gravity) {
            case FINE -> "ok";
            case DOUBTFUL -> "CHECK";
            case WRONG -> "WRONG";
        };
    }
}
