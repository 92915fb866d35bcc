package io.kontor.modules.internal.framework;

import io.kontor.kernel.Reason;
import org.jspecify.annotations.Nullable;

/** A bundle did not do what it was told. */
public final class BundleFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final boolean hangs;

    public BundleFailed(Reason reason, boolean hangs, @Nullable Throwable cause) {
        super(reason.toString(), cause);
        this.reason = reason;
        this.hangs = hangs;
    }

    public Reason reason() {
        return reason;
    }

    /** Whether it is still at it, so that it must not be touched any more. */
    public boolean hangs() {
        return hangs;
    }
}
