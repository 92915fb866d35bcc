package io.kontor.order.internal;

import io.kontor.access.Users;
import io.kontor.customer.CustomerId;
import io.kontor.customer.Customers;
import io.kontor.kernel.UserId;
import io.kontor.seller.LegalEntities;
import io.kontor.seller.LegalEntityId;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whose an order is: who sells, who owes, who is responsible. */
@Component(service = OrderParties.class)
public final class OrderParties {
    private final Customers customers;
    private final LegalEntities legalEntities;
    private final Users users;

    @Activate
    public OrderParties(
            @Reference Customers customers, @Reference LegalEntities legalEntities, @Reference Users users) {
        this.customers = customers;
        this.legalEntities = legalEntities;
        this.users = users;
    }

    LegalEntityId seller() {
        return legalEntities.standard().id();
    }

    UserId owner(CustomerId customer) {
        return customers.find(customer).map(found -> found.profile().owner()).orElseGet(users::proprietor);
    }

    /** All ids that mean the customer. */
    Set<CustomerId> sameAs(CustomerId customer) {
        return customers.sameAs(customer);
    }

    /** The stored id while it means the same customer: a merge that is undone later must find the ids as they were. */
    CustomerId keep(CustomerId stored, CustomerId received) {
        if (stored.equals(received) || customers.sameAs(received).contains(stored)) {
            return stored;
        }
        return received;
    }
}
