package io.kontor.customer.internal;

import io.kontor.customer.Address;
import io.kontor.customer.Consent;
import io.kontor.customer.ContactPoint;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is recorded under one id, before any merge is looked at. A merge changes none of it, which is why it can be
 * undone exactly.
 */
record CustomerFacts(
        CustomerRecord record,
        List<ContactPoint> points,
        List<Address> addresses,
        Set<String> tags,
        List<Consent> consents,
        Map<String, String> customValues) {}
