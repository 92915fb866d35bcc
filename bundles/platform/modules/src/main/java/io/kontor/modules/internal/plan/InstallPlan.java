package io.kontor.modules.internal.plan;

import io.kontor.kernel.Reason;
import io.kontor.modules.internal.archive.Checksum;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an action would do. Its id is made of its content: who runs it by its id runs what was looked at.
 *
 * @param from the artefact that is installed now, and its version
 * @param to the artefact that would be, and its version
 * @param affected every module that would notice, in the order in which they start
 * @param refusal why it cannot be done
 * @param trusted whether it may be done without a further word
 */
public record InstallPlan(
        Action action,
        String module,
        Optional<Versioned> from,
        Optional<Versioned> to,
        List<Affected> affected,
        Optional<Reason> refusal,
        boolean trusted,
        Optional<String> signer) {

    /** An artefact with its version. */
    public record Versioned(String artefact, String version) {}

    /** What happens to a module. */
    public enum Effect {
        INSTALLED,
        UPDATED,
        RESTARTED,
        STOPPED,
        REMOVED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A module and what happens to it. */
    public record Affected(String module, Effect effect) {}

    public InstallPlan {
        affected = List.copyOf(affected);
    }

    /** The fingerprint of the content. */
    public String id() {
        String effects = affected.stream()
                .map(one -> one.module() + "=" + one.effect().word())
                .collect(Collectors.joining(","));
        return Checksum.of(String.join(
                "|",
                action.word(),
                module,
                from.map(Versioned::artefact).orElse(""),
                to.map(Versioned::artefact).orElse(""),
                effects,
                refusal.map(reason -> reason.code() + reason).orElse(""),
                String.valueOf(trusted),
                signer.orElse("")));
    }
}
