package io.kontor.modules.internal.framework;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a module's own code in a thread of its own, so that what never returns holds up nobody. */
final class LimitedCall {

    private static final Logger LOG = LoggerFactory.getLogger(LimitedCall.class);
    private static final long GRACE_MILLISECONDS = 2_000;

    /** What is called. */
    interface Call {
        void run() throws Exception;
    }

    /** It did not return in time. */
    static final class Hangs extends Exception {

        private static final long serialVersionUID = 1L;

        Hangs(String name) {
            super(name + " does not return");
        }
    }

    private LimitedCall() {}

    /**
     * Calls it and waits.
     *
     * @throws Hangs if it is still at it; the thread was told to end and is left alone
     * @throws Exception what it threw
     */
    static void run(String name, Duration limit, Call call) throws Exception {
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        call.run();
                    } catch (Throwable e) { // a module's code may throw errors as well
                        thrown.set(e);
                    }
                },
                "kontor-modules-" + name);
        thread.setDaemon(true);
        thread.start();
        thread.join(limit.toMillis());
        if (thread.isAlive()) {
            LOG.error("{} did not return within {} s; it is at {}", name, limit.toSeconds(), where(thread));
            end(thread);
            throw new Hangs(name);
        }
        rethrow(thrown.get());
    }

    private static void rethrow(@Nullable Throwable thrown) throws Exception {
        if (thrown instanceof Exception exception) {
            throw exception;
        }
        if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }

    private static String where(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length == 0 ? "its end" : stack[0].toString();
    }

    /** The framework keeps the bundle locked for as long as the thread lives: asked first, then made to end. */
    @SuppressWarnings({"deprecation", "removal"})
    private static void end(Thread thread) throws InterruptedException {
        thread.interrupt();
        thread.join(GRACE_MILLISECONDS);
        if (thread.isAlive()) {
            try {
                thread.stop();
                thread.join(GRACE_MILLISECONDS);
            } catch (UnsupportedOperationException e) {
                LOG.warn("This Java cannot end {}; its bundle stays locked until the next start", thread.getName(), e);
            }
        }
    }
}
