package io.kontor.backup.internal;

import io.kontor.telemetry.Checkup;
import io.kontor.telemetry.Finding;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How old the last backup is. */
@Component
public final class LastBackupCheckup implements Checkup {

    private static final Duration OLD = Duration.ofHours(36);

    private final BackupStore backups;
    private final Clock clock;

    @Activate
    public LastBackupCheckup(@Reference BackupStore backups, @Reference Clock clock) {
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "last backup";
    }

    @Override
    public List<Finding> examine() {
        Optional<BackupStore.Made> last = backups.last();
        if (last.isEmpty()) {
            return List.of(Finding.doubtful("there is none", "./kontor backup, every night, to another disk"));
        }
        Duration age = Duration.between(last.get().takenAt(), clock.instant());
        String what = last.get().takenAt() + ", " + (last.get().bytes() >> 20) + " MB: "
                + last.get().file();
        return List.of(
                age.compareTo(OLD) > 0
                        ? Finding.doubtful(what, "it is " + age.toHours() + " hours old: ./kontor backup, every night")
                        : Finding.fine(what));
    }
}
