package io.kontor.access.internal.setup;

import io.kontor.access.PublicOperation;
import io.kontor.access.SetupAnswers;
import io.kontor.access.internal.session.Attempts;
import io.kontor.access.internal.session.SessionCookie;
import io.kontor.access.internal.session.SessionService;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import io.kontor.kernel.UserId;
import io.kontor.rest.AnswersWith;
import io.kontor.rest.ClientRequest;
import io.kontor.rest.RestResource;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The first page of a workspace. */
@RestResource
@Component(service = SetupResource.class)
@Path("/setup")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class SetupResource {

    /** Whether the workspace waits for its first user. */
    public record SetupStateJson(boolean open) {}

    /** The answers of the first page. */
    public record SetupJson(
            String token,
            String name,
            String email,
            String password,
            String company,
            String country,
            String currency,
            String zone,
            String locale,
            boolean demoData) {
        @Override
        public String toString() {
            return "SetupJson";
        }
    }

    private static final Set<String> LANGUAGES = Set.of("en", "ru", "de");
    private static final int LONGEST_COMPANY = 200;
    private static final UserId NOBODY_YET = new UserId(new UUID(0, 0));

    private final SetupService setup;
    private final SessionService sessions;
    private final Attempts attempts;

    @Activate
    public SetupResource(
            @Reference SetupService setup, @Reference SessionService sessions, @Reference Attempts attempts) {
        this.setup = setup;
        this.sessions = sessions;
        this.attempts = attempts;
    }

    /** Whether the workspace waits for its first user. */
    @GET
    @PublicOperation
    public SetupStateJson read() {
        return new SetupStateJson(setup.open());
    }

    /** Sets up, and logs in. */
    @POST
    @PublicOperation
    @AnswersWith(status = 204, headers = HttpHeaders.SET_COOKIE)
    public Response setUp(@Context HttpServletRequest http, SetupJson body) {
        ClientRequest request = ClientRequest.of(http);
        attempts.take(request.address());
        SetupAnswers answers = answers(body);
        var founder = new SetupService.Founder(body.name(), body.email(), body.password());
        UserId user = setup.setUp(body.token(), founder, request.origin(), answers);
        attempts.giveBack(request.address());
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.of(sessions.open(user), request))
                .build();
    }

    private static SetupAnswers answers(SetupJson body) {
        String company = body.company().strip();
        check(!company.isEmpty() && company.length() <= LONGEST_COMPANY, "company", Reason.length(1, LONGEST_COMPANY));
        check(
                Set.of(Locale.getISOCountries()).contains(body.country()),
                "country",
                Reason.of("country", "it is not an ISO 3166-1 code"));
        check(LANGUAGES.contains(body.locale()), "locale", Reason.of("language", "it is en, ru or de"));
        return new SetupAnswers(
                company,
                body.country(),
                known(
                        "currency",
                        Reason.of("currency", "it is not an ISO 4217 code"),
                        () -> Currency.getInstance(body.currency())),
                known("zone", Reason.of("zone", "it is not a time zone"), () -> ZoneId.of(body.zone())),
                Locale.forLanguageTag(body.locale()),
                body.demoData(),
                NOBODY_YET);
    }

    private static <T> T known(String field, Reason reason, Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new KontorException(KernelError.INVALID, Map.of("field", field, "reason", reason), e);
        }
    }

    private static void check(boolean right, String field, Reason reason) {
        if (!right) {
            throw new KontorException(KernelError.INVALID, Map.of("field", field, "reason", reason));
        }
    }
}
