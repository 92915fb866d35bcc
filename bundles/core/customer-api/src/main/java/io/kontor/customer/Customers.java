package io.kontor.customer;

import io.kontor.kernel.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The customers of the current workspace. Verbs join the current transaction. An OSGi service. */
public interface Customers {

    /** The customer, found by any of its ids, also by one that was merged away. */
    Optional<Customer> find(CustomerId id);

    /** Names for a list, by the ids that were asked for. */
    Map<CustomerId, String> names(Collection<CustomerId> ids);

    /** All ids that mean the same customer, the surviving one included: what other modules' reads go through. */
    Set<CustomerId> sameAs(CustomerId id);

    /** Registers somebody new, without asking who it is; see {@link IdentityResolver} for that. */
    CustomerId register(NewCustomer newcomer);

    /** Says that somebody has bought: a prospect or former customer becomes a customer. */
    void bought(CustomerId id, String source);

    /** Gives the customer to another colleague. */
    void assign(CustomerId id, UserId owner);

    /**
     * Makes two customers one; every module keeps the ids it has.
     *
     * @param survivor whose fields win; empty ones are filled from the other
     * @throws io.kontor.kernel.KontorException {@code customer.merge-kinds-differ}, {@code customer.already-merged}
     */
    void merge(CustomerId survivor, CustomerId other);

    /** Undoes a merge exactly. */
    void unmerge(CustomerId other);
}
