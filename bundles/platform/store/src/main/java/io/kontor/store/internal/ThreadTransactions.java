package io.kontor.store.internal;

import io.kontor.store.Transactions;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Binds one {@link BoundSession} to the thread for the outermost unit of work. */
public final class ThreadTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadTransactions.class);
    private static final int TRIES = 3;
    private static final int LONGEST_PAUSE_MILLIS = 40;

    private final Connections connections;
    private final ThreadLocal<@Nullable BoundSession> bound = new ThreadLocal<>();

    ThreadTransactions(Connections connections) {
        this.connections = connections;
    }

    @Nullable
    BoundSession session() {
        return bound.get();
    }

    @Override
    public <T> T call(Supplier<T> work) {
        BoundSession outer = bound.get();
        if (outer == null) {
            return outermost(work);
        }
        if (!outer.transaction() || outer.readOnly()) {
            throw new IllegalStateException("A transaction may not begin inside a unit of work that only reads");
        }
        return joined(outer, work);
    }

    private static <T> T joined(BoundSession outer, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            outer.doom(e);
            throw e;
        }
    }

    private <T> T outermost(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            BoundSession session = new BoundSession(connections, true);
            T result;
            try {
                result = attempt(session, work);
            } catch (RuntimeException e) {
                if (attempt == TRIES || !Failures.passing(e)) {
                    throw e;
                }
                LOG.debug("Attempt {} met a lock; doing it again", attempt, e);
                pause();
                continue;
            }
            session.afterCommit().forEach(ThreadTransactions::quietly);
            return result;
        }
    }

    private <T> T attempt(BoundSession session, Supplier<T> work) {
        bound.set(session);
        boolean committed = false;
        try {
            T result = work.get();
            refuseIfDoomed(session);
            commit(session);
            committed = true;
            return result;
        } finally {
            bound.remove();
            end(session, committed);
        }
    }

    private static void refuseIfDoomed(BoundSession session) {
        Throwable cause = session.rollbackCause();
        if (cause != null) {
            throw new IllegalStateException(
                    "The transaction is rolled back because a part of it failed, although its caller went on", cause);
        }
    }

    private static void commit(BoundSession session) {
        try {
            session.commit();
        } catch (SQLException e) {
            throw Failures.of(e, "commit");
        } catch (RuntimeException e) {
            throw Failures.ofFlush(e);
        }
    }

    /** Never hides the failure that led here: what goes wrong while cleaning up is logged. */
    private static void end(BoundSession session, boolean committed) {
        boolean spoiled = false;
        if (!committed) {
            try {
                session.rollback();
            } catch (SQLException | RuntimeException e) {
                spoiled = true;
                LOG.warn("Rolling back failed; the connection is thrown away", e);
            }
        }
        close(session, spoiled);
    }

    private static void close(BoundSession session, boolean spoiled) {
        try {
            session.close(spoiled);
        } catch (SQLException e) {
            LOG.warn("A connection could not be given back", e);
        }
    }

    private static void pause() {
        int millis = ThreadLocalRandom.current().nextInt(1, LONGEST_PAUSE_MILLIS);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private static void quietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("An action after a commit failed; the commit stands", e);
        }
    }

    @Override
    public <T> T read(Supplier<T> work) {
        BoundSession outer = bound.get();
        BoundSession session = outer == null ? new BoundSession(connections, false) : outer;
        session.enterRead();
        if (outer == null) {
            bound.set(session);
        }
        try {
            return work.get();
        } finally {
            session.leaveRead();
            if (outer == null) {
                bound.remove();
                close(session, false);
            }
        }
    }

    @Override
    public boolean active() {
        BoundSession session = bound.get();
        return session != null && session.transaction();
    }

    @Override
    public void afterCommit(Runnable action) {
        inTransaction().afterCommit().add(action);
    }

    BoundSession inTransaction() {
        BoundSession session = bound.get();
        if (session == null || !session.transaction()) {
            throw new IllegalStateException("This needs a transaction; see Transactions.run");
        }
        return session;
    }
}
