package io.kontor.testkit.database;

import io.kontor.store.Transactions;
import java.util.function.Supplier;

/** For tests without a database: does the work at once; there is nothing to roll back in memory. */
public final class DirectTransactions implements Transactions {

    @Override
    public <T> T call(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T read(Supplier<T> work) {
        return work.get();
    }

    @Override
    public boolean active() {
        return true;
    }

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }
}
