package io.kontor.customer;

/**
 * The one place that answers "who is this?", for an order, a call, a mail or a licence. It asks in this order: external
 * id, verified e-mail, phone if it is unique and nothing contradicts it. It never merges. An OSGi service.
 */
public interface IdentityResolver {

    /** Looks; changes nothing. */
    Resolution resolve(Identity identity);

    /**
     * The customer this is, or a new one; a new one that resembles others is noted as a suspected duplicate. Joins the
     * current transaction and also records the external id and contact points that were not known yet.
     *
     * @param newcomer what to register if nobody is known
     */
    CustomerId resolveOrRegister(Identity identity, NewCustomer newcomer);
}
