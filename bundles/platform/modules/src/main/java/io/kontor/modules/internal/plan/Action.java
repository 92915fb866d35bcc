package io.kontor.modules.internal.plan;

import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What can be done to a module. */
public enum Action {
    INSTALL,
    UPDATE,
    REMOVE,
    ROLLBACK;

    /** The word for it in requests and commands. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws KontorException {@link KernelError#INVALID} for another word */
    public static Action of(String word) {
        return Stream.of(values())
                .filter(action -> action.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new KontorException(
                        KernelError.INVALID,
                        Map.of(
                                "field",
                                "action",
                                "reason",
                                Reason.of("modules.action", "it must be install, update, remove or rollback"))));
    }
}
