package io.kontor.modules.internal.archive;

import io.kontor.kernel.KontorException;
import io.kontor.modules.internal.ModuleReason;
import io.kontor.modules.internal.ModulesError;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ways in which a file is no archive of a module. */
final class ArchiveBroken {

    private ArchiveBroken() {}

    static KontorException because(ModuleReason reason, Map<String, Object> arguments) {
        return because(reason, arguments, null);
    }

    static KontorException because(ModuleReason reason, Map<String, Object> arguments, @Nullable Throwable cause) {
        return new KontorException(ModulesError.ARCHIVE_BROKEN, Map.of("reason", reason.with(arguments)), cause);
    }
}
