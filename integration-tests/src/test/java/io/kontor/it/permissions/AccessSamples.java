package io.kontor.it.permissions;

import static io.kontor.it.permissions.Sample.Abroad.NOTHING_OF_IT;
import static io.kontor.it.permissions.Sample.Abroad.NOT_THERE;
import static io.kontor.it.permissions.Sample.Abroad.OWN_WORK;
import static io.kontor.it.permissions.Sample.Abroad.REFUSED;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sample requests of {@code access}. */
final class AccessSamples {

    private static final Pattern RESET = Pattern.compile("/reset#([A-Za-z0-9_-]+)");

    private AccessSamples() {}

    static Map<String, Sample> all() {
        Map<String, Sample> samples = new HashMap<>(people());
        samples.put("GET /api/access/audit", Sample.of(200, NOTHING_OF_IT, c -> Call.get("/api/access/audit")));
        samples.put(
                "GET /api/access/operations", Sample.of(200, NOTHING_OF_IT, c -> Call.get("/api/access/operations")));
        samples.put("GET /api/access/session", Sample.of(200, NOTHING_OF_IT, c -> Call.get("/api/access/session")));
        samples.put("POST /api/access/session", Sample.of(200, REFUSED, c -> Company.logIn()));
        samples.put("DELETE /api/access/session", Sample.of(204, OWN_WORK, c -> Call.delete("/api/access/session")));
        samples.put("GET /api/access/setup", Sample.of(200, NOTHING_OF_IT, c -> Call.get("/api/access/setup")));
        samples.put("GET /api/access/tokens", Sample.of(200, NOTHING_OF_IT, c -> Call.get("/api/access/tokens")));
        samples.put(
                "POST /api/access/tokens",
                Sample.of(
                        200,
                        OWN_WORK,
                        c -> Call.post("/api/access/tokens", "{\"name\": \"printer\", \"scopes\": []}")));
        samples.put("DELETE /api/access/tokens/{id}", Sample.of(204, NOT_THERE, AccessSamples::revoke));
        return samples;
    }

    private static Map<String, Sample> people() {
        return Map.of(
                "GET /api/access/users",
                Sample.of(200, NOTHING_OF_IT, c -> Call.get("/api/access/users")),
                "GET /api/access/users/{id}",
                Sample.of(200, NOT_THERE, c -> Call.get("/api/access/users/" + c.firstId("/api/access/users"))),
                "PATCH /api/access/users/{id}",
                Sample.of(200, NOT_THERE, AccessSamples::rename),
                "GET /api/access/users/invitations",
                Sample.of(200, NOTHING_OF_IT, c -> Call.get("/api/access/users/invitations")),
                "POST /api/access/users/invitations",
                Sample.of(200, OWN_WORK, AccessSamples::invite),
                "POST /api/access/invitations/accept",
                Sample.of(204, REFUSED, AccessSamples::accept),
                "POST /api/access/password-reset",
                Sample.of(204, OWN_WORK, c -> Call.post("/api/access/password-reset", "{\"email\": \"x@y.example\"}")),
                "PUT /api/access/password-reset",
                Sample.of(204, REFUSED, AccessSamples::reset));
    }

    private static Call revoke(Company company) {
        String id = company.proprietor()
                .send(Call.post("/api/access/tokens", "{\"name\": \"old\", \"scopes\": []}"))
                .expect(200)
                .id();
        return Call.delete("/api/access/tokens/" + id);
    }

    private static Call rename(Company company) {
        String user = "/api/access/users/" + company.firstId("/api/access/users");
        long version = company.proprietor().send(Call.get(user)).expect(200).version();
        return Call.patch(user, version, "{\"name\": \"" + Company.NAME + "\"}");
    }

    private static Call invite(Company company) {
        return Call.post(
                "/api/access/users/invitations",
                "{\"email\": \"c%d@quillfeather.example\", \"role\": \"VIEWER\"}".formatted(company.number()));
    }

    static Call accept(Company company) {
        String link = company.proprietor()
                .send(invite(company))
                .expect(200)
                .json()
                .get("link")
                .asText();
        return Call.post(
                "/api/access/invitations/accept",
                "{\"token\": \"%s\", \"name\": \"%s\", \"password\": \"%s\"}"
                        .formatted(link.substring(link.indexOf('#') + 1), Company.NAME, Company.PASSWORD));
    }

    /** A colleague forgot the password; the link is in the mail that lies in the outbox. */
    private static Call reset(Company company) {
        Answer in = company.stranger().send(accept(company)).expect(204);
        String email = Visitor.ofSession(company.host(), in)
                .send(Call.get("/api/access/session"))
                .json()
                .path("user")
                .path("email")
                .asText();
        company.stranger()
                .send(Call.post("/api/access/password-reset", "{\"email\": \"" + email + "\"}"))
                .expect(204);
        Company.until(() -> !token(company, email).isEmpty());
        return Call.put(
                "/api/access/password-reset",
                "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token(company, email), Company.PASSWORD));
    }

    /** Empty while the mail is not there. */
    private static String token(Company company, String email) {
        try (Stream<Path> outbox = Files.list(company.kontor().data().resolve("outbox"))) {
            List<Path> mails =
                    outbox.filter(file -> file.toString().endsWith(".eml")).toList();
            for (Path mail : mails) {
                String[] headAndBody = Files.readString(mail).split("\r\n\r\n", 2);
                Matcher link = RESET.matcher(new String(Base64.getMimeDecoder().decode(headAndBody[1]), UTF_8));
                if (headAndBody[0].contains(email) && link.find()) {
                    return link.group(1);
                }
            }
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
