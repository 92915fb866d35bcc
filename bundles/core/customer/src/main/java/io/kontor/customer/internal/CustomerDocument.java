package io.kontor.customer.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.kontor.customer.Company;
import io.kontor.customer.Customer;
import io.kontor.customer.Person;
import io.kontor.kernel.Json;
import java.util.Optional;

/**
 * A customer as JSON, kept on its line, so that reading one is a look at one row instead of at seven tables. The tables
 * stay the truth: what is kept in another format, by an older or a newer release, is not read.
 */
final class CustomerDocument {

    private static final int FORMAT = 1;

    /** How the text of this format begins. To look at that is to read the text once and not twice. */
    private static final String BEGINNING = "{\"format\":" + FORMAT + ",";

    private final ObjectMapper mapper = Json.mapper();
    private final ObjectReader reader = mapper.readerFor(Kept.class);

    private record Kept(int format, Optional<Person> person, Optional<Company> company) {}

    String text(Customer customer) {
        Kept kept = new Kept(
                FORMAT,
                Optional.of(customer).filter(Person.class::isInstance).map(Person.class::cast),
                Optional.of(customer).filter(Company.class::isInstance).map(Company.class::cast));
        try {
            return mapper.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A customer is always JSON", e);
        }
    }

    /** The customer; empty if it is kept in another format. */
    Optional<Customer> customer(String text) {
        try {
            if (!text.startsWith(BEGINNING)) {
                return Optional.empty();
            }
            Kept kept = reader.readValue(text);
            return kept.person().map(Customer.class::cast).or(kept::company);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is kept of a customer is not what was written", e);
        }
    }
}
