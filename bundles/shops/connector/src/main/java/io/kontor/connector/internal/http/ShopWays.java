package io.kontor.connector.internal.http;

import io.kontor.connector.PrivateTargets;
import io.kontor.connector.RateLimit;
import io.kontor.connector.ShopHttp;
import io.kontor.connector.internal.ConnectorConfig;
import io.kontor.customer.SourceAccountId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Opens the way to a shop; all that is sent to one account from this node shares one pace. */
@Component(service = ShopWays.class, configurationPid = ConnectorConfig.PID)
public class ShopWays {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final AddressGuard guard;
    private final Wire wire;
    private final Clock clock;
    private final Set<String> allowed;
    private final Set<PrivateTargets> ourOwn = ConcurrentHashMap.newKeySet();
    private final Map<SourceAccountId, Pace> paces = new ConcurrentHashMap<>();

    @Activate
    public ShopWays(@Reference Clock clock, ConnectorConfig config) {
        this.clock = clock;
        this.allowed = Stream.of(config.allowedPrivateTargets())
                .flatMap(targets -> Stream.of(targets.split(",")))
                .map(target -> target.strip().toLowerCase(Locale.ROOT))
                .filter(target -> !target.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        this.guard = new AddressGuard(this::allowed);
        this.wire = new Wire(
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                CONNECT_TIMEOUT,
                Duration.ofSeconds(config.answerTimeoutSeconds()),
                config.maxAnswerBytes());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    protected void bind(PrivateTargets targets) {
        ourOwn.add(targets);
    }

    protected void unbind(PrivateTargets targets) {
        ourOwn.remove(targets);
    }

    private Set<String> allowed() {
        return Stream.concat(allowed.stream(), ourOwn.stream().flatMap(targets -> targets.targets().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The way for an account; its pace is remembered. */
    public ShopHttp to(SourceAccountId account, RateLimit limit) {
        Pace pace = paces.computeIfAbsent(account, id -> new Pace(limit, System.nanoTime()));
        return new GuardedHttp(guard, wire, pace, time -> Thread.sleep(time.toMillis() + 1), clock);
    }

    public void forget(SourceAccountId account) {
        paces.remove(account);
    }

    /** Whether the operator allowed this target although it lies inside the house. */
    public boolean isInHouse(URI shop) {
        return guard.allows(shop);
    }
}
