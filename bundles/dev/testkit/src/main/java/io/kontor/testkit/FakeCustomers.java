package io.kontor.testkit;

import io.kontor.customer.Customer;
import io.kontor.customer.CustomerId;
import io.kontor.customer.CustomerProfile;
import io.kontor.customer.Customers;
import io.kontor.customer.Lifecycle;
import io.kontor.customer.NewCustomer;
import io.kontor.customer.Person;
import io.kontor.kernel.UserId;
import io.kontor.testkit.kernel.SequentialIds;
import io.kontor.testkit.kernel.TestClock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Persons in memory; merging keeps the ids of both, as the real one does. */
public final class FakeCustomers implements Customers {

    private final Map<CustomerId, Person> persons = new ConcurrentHashMap<>();
    private final Map<CustomerId, CustomerId> aliases = new ConcurrentHashMap<>();
    private final List<CustomerId> bought = new ArrayList<>();

    /** A customer with the given number as id, owned by {@link FakeUsers#PROPRIETOR}. */
    public CustomerId person(int number, String familyName) {
        return person(number, familyName, FakeUsers.PROPRIETOR.id());
    }

    /** A customer with the given number as id. */
    public CustomerId person(int number, String familyName, UserId owner) {
        CustomerId id = new CustomerId(SequentialIds.of(0xC0000L + number));
        persons.put(id, new Person(id, Optional.empty(), Optional.of(familyName), profile(owner)));
        return id;
    }

    private static CustomerProfile profile(UserId owner) {
        return new CustomerProfile(
                owner,
                Lifecycle.PROSPECT,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of(),
                Set.of(),
                TestClock.MONDAY,
                1);
    }

    /** Who was said to have bought, in that order. */
    public List<CustomerId> bought() {
        return List.copyOf(bought);
    }

    @Override
    public Optional<Customer> find(CustomerId id) {
        return Optional.ofNullable(persons.get(survivor(id)));
    }

    private CustomerId survivor(CustomerId id) {
        return aliases.getOrDefault(id, id);
    }

    @Override
    public Map<CustomerId, String> names(Collection<CustomerId> ids) {
        return ids.stream()
                .distinct()
                .filter(id -> find(id).isPresent())
                .collect(Collectors.toMap(
                        Function.identity(), id -> find(id).orElseThrow().name()));
    }

    @Override
    public Set<CustomerId> sameAs(CustomerId id) {
        CustomerId survivor = survivor(id);
        return Stream.concat(
                        Stream.of(survivor),
                        aliases.entrySet().stream()
                                .filter(alias -> alias.getValue().equals(survivor))
                                .map(Map.Entry::getKey))
                .collect(Collectors.toSet());
    }

    @Override
    public CustomerId register(NewCustomer newcomer) {
        return person(persons.size() + 1, newcomer.familyName().orElse(""), newcomer.owner());
    }

    @Override
    public void bought(CustomerId id, String source) {
        bought.add(id);
    }

    @Override
    public void assign(CustomerId id, UserId owner) {
        Person person = persons.get(survivor(id));
        persons.put(person.id(), new Person(person.id(), person.givenName(), person.familyName(), profile(owner)));
    }

    @Override
    public void merge(CustomerId survivor, CustomerId other) {
        aliases.put(other, survivor);
    }

    @Override
    public void unmerge(CustomerId other) {
        aliases.remove(other);
    }
}
