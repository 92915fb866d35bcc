package io.kontor.it.permissions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.kontor.it.KontorDistribution;
import io.kontor.it.client.Answer;
import io.kontor.it.client.Call;
import io.kontor.it.client.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A colleague is invited while the mail server is down, comes by the mail that arrives at last, works, and leaves. */
@Tag("osgi")
@Tag("side-by-side")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ColleagueComesAndGoesTest {

    private static final String USERS = "/api/access/users";
    private static final String COLLEAGUE = "carla@quillfeather.example";
    private static final int SMTP_PORT = freePort();
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(SMTP_PORT, "127.0.0.1", "smtp"));

    @RegisterExtension
    static final KontorDistribution kontor = KontorDistribution.fresh()
            .withSetting("io.kontor.access.mail.cfg", "smtp.host = 127.0.0.1")
            .withSetting("io.kontor.access.mail.cfg", "smtp.port = " + SMTP_PORT)
            .withSetting("io.kontor.access.mail.cfg", "smtp.security = NONE");

    private static Visitor proprietor;

    @BeforeAll
    static void setUp() throws IOException {
        String link = kontor.admin("setup-link").text();
        Call setUp = Company.setUp(link, Company.EMAIL, Company.NAME);
        String host = kontor.baseUrl();
        proprietor = Visitor.ofSession(host, Visitor.stranger(host).send(setUp).expect(204));
    }

    @AfterAll
    static void closeTheMailServer() {
        MAIL.stop();
    }

    @Test
    @Order(1)
    void itAllGoesWell() throws Exception {
        Visitor colleague = comes();
        String customer = colleague
                .send(Call.post("/api/customer/customers", """
                        {"kind": "PERSON", "givenName": "Dora", "emails": [], "phones": [], "addresses": [],
                         "tags": []}"""))
                .expect(201)
                .id();
        String token = colleague
                .send(Call.post("/api/access/tokens", "{\"name\": \"ci\", \"scopes\": [\"customer:read\"]}"))
                .expect(200)
                .json()
                .get("token")
                .asText();
        leaves(colleague, Visitor.ofToken(kontor.baseUrl(), token), customer);
    }

    @Test
    @Order(2)
    void aLetterThatCannotBeSentIsCountedAsFailing() {
        MAIL.stop();
        invite("dora@quillfeather.example");
        Company.until(() -> metrics().contains("kontor_jobs_failing{job=\"access.link-mail\"} 1"));
    }

    @Test
    @Order(3)
    void theMetricsSayHowFarEverySubscriptionHasCome() {
        Company.until(() -> metrics().contains("kontor_events_behind{subscription=\"customer.owner-left\"}"));
        // The business modules come after the base, so perhaps at the next look.
        Company.until(() -> metrics().contains("kontor_events_behind{subscription=\"pipeline.order-rule\"}"));
        assertTrue(metrics().contains("kontor_events_dead_letters{subscription=\"pipeline.order-rule\"} 0"));
    }

    private static String metrics() {
        try {
            return kontor.get("/metrics").body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static Visitor comes() throws Exception {
        String link = invite(COLLEAGUE);
        assertTrue(link.startsWith(kontor.baseUrl() + "/invitation#"), link);
        Company.until(() -> waiting().hasNonNull("mailProblem"));
        assertFalse(waiting().hasNonNull("mailedAt"));
        MAIL.start();
        Company.until(() -> waiting().hasNonNull("mailedAt"));
        assertFalse(waiting().hasNonNull("mailProblem"));
        assertEquals(1, MAIL.getReceivedMessages().length);
        String text = MAIL.getReceivedMessages()[0].getContent().toString();
        assertTrue(text.contains(link), text);
        Answer in = Visitor.stranger(kontor.baseUrl())
                .send(Call.post(
                        "/api/access/invitations/accept",
                        "{\"token\": \"%s\", \"name\": \"Carla\", \"password\": \"%s\"}"
                                .formatted(link.substring(link.indexOf('#') + 1), Company.PASSWORD)))
                .expect(204);
        return Visitor.ofSession(kontor.baseUrl(), in);
    }

    /** Answers the link that the letter brings. */
    private static String invite(String email) {
        return proprietor
                .send(Call.post(USERS + "/invitations", "{\"email\": \"" + email + "\", \"role\": \"SALES_MANAGER\"}"))
                .expect(200)
                .json()
                .get("link")
                .asText();
    }

    private static void leaves(Visitor colleague, Visitor token, String customer) {
        JsonNode leaving = user(COLLEAGUE);
        JsonNode heir = user(Company.EMAIL);
        String path = USERS + "/" + leaving.get("id").asText();
        long version = leaving.get("version").asLong();
        token.send(Call.get("/api/customer/customers")).expect(200);
        proprietor
                .send(Call.patch(
                        path,
                        version,
                        "{\"active\": false, \"heir\": \"" + leaving.get("id").asText() + "\"}"))
                .problem(422, "access.heir-required");
        proprietor
                .send(Call.patch(
                        path,
                        version,
                        "{\"active\": false, \"heir\": \"" + heir.get("id").asText() + "\"}"))
                .expect(200);
        colleague.send(Call.get("/api/access/session")).problem(401, "request.log-in-required");
        token.send(Call.get("/api/customer/customers")).problem(401, "request.log-in-required");
        Company.until(() -> owner(customer).equals(heir.get("id").asText()));
    }

    private static String owner(String customer) {
        return proprietor
                .send(Call.get("/api/customer/customers/" + customer))
                .expect(200)
                .json()
                .get("owner")
                .asText();
    }

    /** The one invitation. */
    private static JsonNode waiting() {
        return proprietor
                .send(Call.get(USERS + "/invitations"))
                .expect(200)
                .json()
                .get(0);
    }

    private static JsonNode user(String email) {
        Optional<JsonNode> found = Optional.empty();
        for (JsonNode user : proprietor.send(Call.get(USERS)).expect(200).json().get("items")) {
            if (user.get("email").asText().equals(email)) {
                found = Optional.of(user);
            }
        }
        return found.orElseThrow();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
