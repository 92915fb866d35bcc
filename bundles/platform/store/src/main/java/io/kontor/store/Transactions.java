package io.kontor.store;

import java.util.function.Supplier;

/**
 * Units of work. One JDBC connection is bound to the thread, so calls into several modules commit or roll back
 * together. Nested calls join the outer one; an exception that escapes any of them marks all for rollback. READ
 * COMMITTED. An OSGi service.
 *
 * <p>Work is repeated, at most three times in all, when the database reports a deadlock or a lock wait timeout, so it
 * must not talk to foreign systems.
 */
public interface Transactions {

    /**
     * Does the work in the current transaction, or in a new one. All entity managers are flushed before the outermost
     * commit.
     *
     * @throws io.kontor.kernel.KontorException as thrown by the work; everything is rolled back then
     */
    <T> T call(Supplier<T> work);

    /** As {@link #call}, for work without a result. */
    default void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Reads several things over one connection without opening a transaction; joins one that is there. Writing inside
     * is refused.
     */
    <T> T read(Supplier<T> work);

    /** Whether the thread is inside {@link #call}. */
    boolean active();

    /**
     * Does something once the outermost transaction has committed, on the same thread; never if it rolls back. What it
     * throws is logged, the commit stands.
     *
     * @throws IllegalStateException outside a transaction
     */
    void afterCommit(Runnable action);
}
