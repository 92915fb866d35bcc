package io.kontor.connector.internal.http;

import io.kontor.connector.ConnectorError;
import io.kontor.connector.ShopAnswer;
import io.kontor.connector.ShopHttp;
import io.kontor.connector.ShopRequest;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to one shop. */
final class GuardedHttp implements ShopHttp {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedHttp.class);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** Longer pauses are the job's: it lets go of its thread meanwhile. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private static final Duration PAUSE_WITHOUT_WORD = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(500, 502, 503, 504);

    private final AddressGuard guard;
    private final Wire wire;
    private final Pace pace;
    private final Waiting waiting;
    private final Clock clock;

    /** Lets time pass; tests only write it down. */
    interface Waiting {
        void pass(Duration time) throws InterruptedException;
    }

    GuardedHttp(AddressGuard guard, Wire wire, Pace pace, Waiting waiting, Clock clock) {
        this.guard = guard;
        this.wire = wire;
        this.pace = pace;
        this.waiting = waiting;
        this.clock = clock;
    }

    @Override
    public ShopAnswer send(ShopRequest request) {
        requireWeb(request.uri());
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == ATTEMPTS || !request.repeatable();
            Optional<ShopAnswer> answer = attempt(request, last);
            if (answer.isPresent() && answer.get().status() != 429) {
                if (!WORTH_ANOTHER_TRY.contains(answer.get().status())) {
                    return answer.get();
                }
                if (last) {
                    throw failed(answer.get());
                }
            }
            if (answer.isPresent()) {
                pause(answer.get(), last);
            } else {
                pass(PAUSE.multipliedBy(attempt));
            }
        }
    }

    private static void requireWeb(URI uri) {
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getUserInfo() != null) {
            throw new KontorException(
                    ConnectorError.FIELD,
                    Map.of("field", "url", "reason", Reason.of("connector.address", "it is no address of a web site")));
        }
    }

    /** Empty if the connection failed and is worth another try. */
    private Optional<ShopAnswer> attempt(ShopRequest request, boolean last) {
        Duration wait = pace.take(System.nanoTime(), LONGEST_WAIT);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw limited(wait);
        }
        pass(wait);
        List<InetAddress> addresses = guard.addresses(request.uri());
        try {
            return Optional.of(wire.exchange(request, addresses));
        } catch (IOException e) {
            if (last || e instanceof SSLException) {
                throw new KontorException(
                        ConnectorError.UNREACHABLE, Map.of("host", request.uri().getHost(), "reason", reason(e)), e);
            }
            LOG.debug("{} failed, trying again", request, e);
            return Optional.empty();
        }
    }

    private static Reason reason(IOException e) {
        String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof SSLException) {
            return new Reason("connector.not-safe", "no safe connection ({words})", Map.of("words", words));
        }
        if (e instanceof SocketTimeoutException) {
            return Reason.of("connector.too-slow", "it takes too long");
        }
        return new Reason("connector.no-connection", "no connection ({words})", Map.of("words", words));
    }

    /** Honours the pause that the shop asks for; one that is too long ends the request. */
    private void pause(ShopAnswer answer, boolean last) {
        boolean limited = answer.status() == 429;
        Optional<Duration> asked = answer.header("retry-after").flatMap(this::pause);
        Duration pause = asked.orElse(limited ? PAUSE_WITHOUT_WORD : PAUSE);
        if (limited || asked.isPresent()) {
            pace.pause(System.nanoTime(), pause);
        }
        if (limited && (last || pause.compareTo(LONGEST_WAIT) > 0)) {
            throw limited(pause);
        }
        if (!limited && asked.isEmpty()) {
            pass(pause);
        }
    }

    /** RFC 9110, section 10.2.3: seconds or a date. */
    private Optional<Duration> pause(String retryAfter) {
        Duration pause;
        if (retryAfter.matches("\\d{1,9}")) {
            pause = Duration.ofSeconds(Long.parseLong(retryAfter));
        } else {
            try {
                ZonedDateTime until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
                pause = Duration.between(clock.instant(), until.toInstant());
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
        Duration notNegative = pause.isNegative() ? Duration.ZERO : pause;
        return Optional.of(notNegative.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : notNegative);
    }

    private static KontorException limited(Duration pause) {
        return new KontorException(ConnectorError.LIMITED, Map.of("seconds", pause.toSeconds() + 1));
    }

    private static KontorException failed(ShopAnswer answer) {
        return new KontorException(
                ConnectorError.SHOP_FAILED,
                Map.of(
                        "status",
                        answer.status(),
                        "reason",
                        Reason.of("connector.own-fault", "it has a fault of its own; we keep trying")));
    }

    private void pass(Duration time) {
        if (time.isZero()) {
            return;
        }
        try {
            waiting.pass(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KontorException(
                    ConnectorError.UNREACHABLE, Map.of("host", "the shop", "reason", "the work was interrupted"), e);
        }
    }
}
