package io.kontor.it.permissions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.it.client.Call;
import io.kontor.it.permissions.Listener.Heard;
import java.util.List;

/** The event stream of browsers whose connection is cut. */
final class LiveStreams {

    private final Company company;

    LiveStreams(Company company) {
        this.company = company;
    }

    void goesOn() throws Exception {
        Heard last = heardOnce();
        String missed = newCustomer();
        String missedToo = newCustomer();
        try (Listener again = Listener.after(company.proprietor(), last.id())) {
            List<Heard> heard = again.until(missedToo);
            assertTrue(heard.stream().noneMatch(Heard::reset), heard::toString);
            assertTrue(heard.stream().noneMatch(hint -> hint.about(last.subject())), "it was heard before the cut");
            assertEquals(
                    List.of(missed, missedToo),
                    heard.stream()
                            .map(Heard::subject)
                            .filter(subject -> subject.equals(missed) || subject.equals(missedToo))
                            .distinct()
                            .toList());
            assertTrue(heard.stream().allMatch(hint -> hint.id() > last.id()), heard::toString);
            String live = newCustomer();
            assertFalse(again.until(live).isEmpty());
        }
    }

    void goesOnByQuery() throws Exception {
        Heard last = heardOnce();
        String missed = newCustomer();
        try (Listener again = Listener.at(company.proprietor(), "/api/events?lastEventId=" + last.id())) {
            assertTrue(again.until(missed).stream().noneMatch(Heard::reset));
        }
    }

    void resets() throws Exception {
        for (String position : List.of("yesterday", "999999999999")) {
            try (Listener listener = Listener.after(company.proprietor(), position)) {
                assertTrue(listener.next().reset());
                assertFalse(listener.until(newCustomer()).isEmpty());
            }
        }
    }

    void hearsOfColleagues() throws Exception {
        String user = company.firstId("/api/access/users");
        long version = company.proprietor()
                .send(Call.get("/api/access/users/" + user))
                .expect(200)
                .version();
        try (Listener listener = Listener.at(company.proprietor(), "/api/events")) {
            company.proprietor()
                    .send(Call.patch("/api/access/users/" + user, version, "{\"name\": \"" + Company.NAME + " II\"}"))
                    .expect(200);
            List<Heard> heard = listener.until(user);
            assertEquals("user", heard.get(heard.size() - 1).type());
        }
    }

    /** The neighbour hears the neighbour's own, which comes later, and nothing before it. */
    void staysAtHome() throws Exception {
        Heard last = heardOnce();
        newCustomer();
        try (Listener abroad = Listener.after(company.neighbour(), last.id())) {
            String own = company.neighbour()
                    .send(Company.asNeighbour(CustomerSamples.register(company)))
                    .expect(201)
                    .id();
            assertTrue(abroad.until(own).stream().allMatch(hint -> hint.about(own)));
        }
    }

    /** The hint about a new customer, after which the connection is cut. */
    private Heard heardOnce() throws Exception {
        try (Listener listener = Listener.at(company.proprietor(), "/api/events")) {
            List<Heard> heard = listener.until(newCustomer());
            return heard.get(heard.size() - 1);
        }
    }

    private String newCustomer() {
        String path = CustomerSamples.customer(company);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
