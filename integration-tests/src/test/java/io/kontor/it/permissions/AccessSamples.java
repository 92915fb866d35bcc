package io.kontor.it.permissions;

import static io.kontor.it.permissions.Sample.Abroad.NOTHING_OF_IT;
import static io.kontor.it.permissions.Sample.Abroad.NOT_THERE;
import static io.kontor.it.permissions.Sample.Abroad.REFUSED;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.kontor.it.client.Answer;
import io.kontor.it.client.Call;
import io.kontor.it.client.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sample requests of {@code access}. */
final class AccessSamples {

    private static final String PREFERENCES = "/api/access/preferences";
    private static final Pattern RESET = Pattern.compile("/reset#([A-Za-z0-9_-]+)");

    private AccessSamples() {}

    static Map<String, Sample> all() {
        Map<String, Sample> samples = new HashMap<>(people());
        samples.put("GET /api/access/audit", Sample.of(200, NOTHING_OF_IT, c -> Call.get("/api/access/audit")));
        samples.put(
                "GET /api/access/operations", Sample.of(200, NOTHING_OF_IT, c -> Call.get("/api/access/operations")));
        samples.put("GET /api/access/session", Sample.of(200, NOTHING_OF_IT, c -> Call.get("/api/access/session")));
        samples.put("POST /api/access/session", Sample.of(200, REFUSED, c -> Company.logIn()));
        samples.put(
                "DELETE /api/access/session",
                Sample.ownWork(204, c -> c.read("/api/access/session"), c -> Call.delete("/api/access/session")));
        samples.put("GET /api/access/setup", Sample.of(200, NOTHING_OF_IT, c -> Call.get("/api/access/setup")));
        samples.put(
                "POST /api/access/setup",
                Sample.of(204, REFUSED, c -> Company.setUp(c.newcomersLink(), "nick@newcomer.example", "Newcomer"))
                        .by(Company::newcomer));
        samples.put("GET /api/access/tokens", Sample.of(200, NOTHING_OF_IT, c -> Call.get("/api/access/tokens")));
        samples.put(
                "POST /api/access/tokens",
                Sample.ownWork(
                        200,
                        c -> c.ids("/api/access/tokens"),
                        c -> Call.post("/api/access/tokens", "{\"name\": \"printer\", \"scopes\": []}")));
        samples.put("DELETE /api/access/tokens/{id}", Sample.of(204, NOT_THERE, AccessSamples::revoke));
        samples.put("GET " + PREFERENCES, Sample.of(200, NOTHING_OF_IT, c -> Call.get(PREFERENCES)));
        samples.put(
                "PUT " + PREFERENCES + "/{name}",
                Sample.ownWork(
                        204, c -> c.read(PREFERENCES), c -> Call.put(PREFERENCES + "/seen", "{\"value\": \"all\"}")));
        samples.put(
                "DELETE " + PREFERENCES + "/{name}",
                Sample.ownWork(204, c -> c.read(PREFERENCES), c -> Call.delete(PREFERENCES + "/seen")));
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
                Sample.ownWork(200, c -> c.ids("/api/access/users"), AccessSamples::invite),
                "POST /api/access/invitations/accept",
                Sample.of(204, REFUSED, AccessSamples::accept),
                "POST /api/access/password-reset",
                Sample.ownWork(204, AccessSamples::mailsToTheProprietor, c -> askReset(Company.EMAIL)),
                "PUT /api/access/password-reset",
                Sample.of(204, REFUSED, AccessSamples::reset));
    }

    private static Call askReset(String email) {
        return Call.post("/api/access/password-reset", "{\"email\": \"" + email + "\"}");
    }

    /** How many there are when all that was asked for before is on its way. */
    private static Object mailsToTheProprietor(Company company) {
        int former = mailsTo(company, Company.NEIGHBOUR).size();
        company.neighbour().send(askReset(Company.NEIGHBOUR)).expect(204);
        Company.until(() -> mailsTo(company, Company.NEIGHBOUR).size() > former);
        return mailsTo(company, Company.EMAIL).size();
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
        return invite(company, "VIEWER");
    }

    private static Call invite(Company company, String role) {
        return Call.post(
                "/api/access/users/invitations",
                "{\"email\": \"c%d@quillfeather.example\", \"role\": \"%s\"}".formatted(company.number(), role));
    }

    private static Call accept(Company company) {
        return accept(company, "VIEWER");
    }

    /** A new colleague comes in with this role. */
    static Call accept(Company company, String role) {
        String link = company.proprietor()
                .send(invite(company, role))
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
        company.stranger().send(askReset(email)).expect(204);
        Company.until(() -> !token(company, email).isEmpty());
        return Call.put(
                "/api/access/password-reset",
                "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token(company, email), Company.PASSWORD));
    }

    /** Empty while the mail is not there. */
    private static String token(Company company, String email) {
        return mailsTo(company, email).stream()
                .map(RESET::matcher)
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .findFirst()
                .orElse("");
    }

    /** The texts of the mails in the outbox. */
    private static List<String> mailsTo(Company company, String email) {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> outbox = Files.list(company.kontor().data().resolve("outbox"))) {
            for (Path mail :
                    outbox.filter(file -> file.toString().endsWith(".eml")).toList()) {
                String[] headAndBody = Files.readString(mail).split("\r\n\r\n", 2);
                if (headAndBody[0].contains("<" + email + ">")) {
                    texts.add(new String(Base64.getMimeDecoder().decode(headAndBody[1]), UTF_8));
                }
            }
            return texts;
        } catch (NoSuchFileException e) {
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
