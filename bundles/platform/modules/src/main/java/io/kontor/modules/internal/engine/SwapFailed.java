package io.kontor.modules.internal.engine;

import io.kontor.kernel.Reason;
import io.kontor.modules.internal.ModuleReason;
import io.kontor.modules.internal.framework.BundleFailed;
import org.jspecify.annotations.Nullable;

/** A module did not come up. */
final class SwapFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String module;
    private final transient Reason reason;
    private final boolean hangs;

    SwapFailed(String module, Reason reason, boolean hangs, @Nullable Throwable cause) {
        super(module + ": " + reason, cause);
        this.module = module;
        this.reason = reason;
        this.hangs = hangs;
    }

    static SwapFailed of(String module, BundleFailed failure) {
        return new SwapFailed(module, failure.reason(), hanging(failure.reason()), failure);
    }

    private static boolean hanging(Reason reason) {
        return reason.code().equals(ModuleReason.START_HANGS.code());
    }

    String module() {
        return module;
    }

    Reason reason() {
        return reason;
    }

    /** Whether its start did not end in time. */
    boolean hangs() {
        return hangs;
    }
}
