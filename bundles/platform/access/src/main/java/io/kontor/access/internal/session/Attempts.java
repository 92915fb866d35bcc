package io.kontor.access.internal.session;

import io.kontor.access.AccessError;
import io.kontor.kernel.KontorException;
import io.kontor.rest.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Slows down guessing: a bucket of attempts per address and one per account, refilled with time. A right answer gives
 * its attempt back, so an office behind one address is not locked out by its own correct log-ins. Each node counts for
 * itself.
 */
@Component(service = Attempts.class)
public final class Attempts {

    private static final Allowance PER_ADDRESS = new Allowance(50, Duration.ofSeconds(3));
    private static final Allowance PER_ACCOUNT = new Allowance(10, Duration.ofSeconds(30));
    private static final int MOST_BUCKETS = 100_000;

    /** How many attempts a full bucket holds, and how long one takes to come back. */
    private record Allowance(int most, Duration refill) {

        Duration whole() {
            return refill.multipliedBy(most);
        }
    }

    /** The moment at which the bucket will be full again says how full it is. */
    private final Map<String, Instant> fullAgain = new ConcurrentHashMap<>();

    private final Clock clock;

    @Activate
    public Attempts(@Reference Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes an attempt from both buckets.
     *
     * @throws KontorException {@link AccessError#TOO_MANY_ATTEMPTS} with the seconds until there is one again
     */
    public void take(String address, String account) {
        take(address);
        take("account:" + account, PER_ACCOUNT);
    }

    /** As {@link #take(String, String)}, where no account is named. */
    public void take(String address) {
        take("address:" + address, PER_ADDRESS);
    }

    /** The attempt was right. */
    public void giveBack(String address) {
        giveBack("address:" + address, PER_ADDRESS);
    }

    /** The attempt was right. */
    public void giveBack(String address, String account) {
        giveBack(address);
        giveBack("account:" + account, PER_ACCOUNT);
    }

    private void take(String bucket, Allowance allowance) {
        Instant now = clock.instant();
        if (fullAgain.size() > MOST_BUCKETS) {
            fullAgain.values().removeIf(full -> !full.isAfter(now));
        }
        fullAgain.compute(bucket, (name, former) -> {
            Instant full = former == null || former.isBefore(now) ? now : former;
            Instant next = full.plus(allowance.refill());
            Duration missing = Duration.between(now.plus(allowance.whole()), next);
            if (missing.compareTo(Duration.ZERO) > 0) {
                throw new KontorException(
                        AccessError.TOO_MANY_ATTEMPTS, Map.of(Problem.RETRY_AFTER, missing.toSeconds() + 1));
            }
            return next;
        });
    }

    private void giveBack(String bucket, Allowance allowance) {
        fullAgain.computeIfPresent(bucket, (name, full) -> full.minus(allowance.refill()));
    }
}
