package io.kontor.testkit;

import io.kontor.customer.DemoData;
import io.kontor.customer.SourceAccountId;
import io.kontor.store.Transactions;
import java.util.ArrayList;
import java.util.List;

/** Lets a module's sample data go as the core does: portion by portion, each in a transaction, until none is left. */
public final class PlayedRemoval {

    private PlayedRemoval() {}

    /** @return how many went with each portion, without the last one, which found none */
    public static List<Integer> of(DemoData data, SourceAccountId account, Transactions transactions) {
        List<Integer> portions = new ArrayList<>();
        int removed = some(data, account, transactions);
        while (removed > 0) {
            portions.add(removed);
            removed = some(data, account, transactions);
        }
        return portions;
    }

    /** @return how many went with one portion */
    public static int some(DemoData data, SourceAccountId account, Transactions transactions) {
        return transactions.call(() -> data.removeSome(account));
    }
}
