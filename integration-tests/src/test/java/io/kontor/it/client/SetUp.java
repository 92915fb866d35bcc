package io.kontor.it.client;

/** What the first proprietor of a workspace says on the page behind the one-time link; demo data is not wanted. */
public record SetUp(String name, String email, String password, String company) {

    /** @param link the one-time link, which ends in its token */
    public Call through(String link) {
        String token = link.substring(link.indexOf('#') + 1).strip();
        return Call.post("/api/access/setup", """
                {"token": "%s", "name": "%s", "email": "%s", "password": "%s", "company": "%s",
                 "country": "DE", "currency": "EUR", "zone": "Europe/Berlin", "locale": "en",
                 "demoData": false}""".formatted(token, name, email, password, company));
    }
}
