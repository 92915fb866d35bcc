package io.kontor.jobs.internal;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.MySQL8JdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.kontor.database.Database;
import io.kontor.kernel.ActorContext;
import io.kontor.kernel.MovableClock;
import io.kontor.kernel.Node;
import io.kontor.kernel.WorkspaceContext;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls the table of plans with db-scheduler: due ones are locked with SKIP LOCKED, so nodes share the work; heartbeats
 * say that a node lives. One generic task dispatches to handlers by name, so a plan whose module is away waits for it.
 */
@Component(service = JobScheduler.class)
public final class JobScheduler {

    private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);
    private static final int THREADS = 6;

    /** Polling, heartbeats and locking: the work itself uses the store's connections. */
    private static final int CONNECTIONS = 3;

    private static final String PARAMETERS = "?useServerPrepStmts=true&cachePrepStmts=true&connectionTimeZone=UTC"
            + "&forceConnectionTimeZoneToSession=true&transactionIsolation=READ-COMMITTED&allowLocalInfile=false";

    private static final int MISSED_HEARTBEATS = 6;
    private static final Duration STOPPING = Duration.ofSeconds(5);

    /** db-scheduler would delete plans whose task it does not know; ours are never unknown to it, and never deleted. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private static final double REFILL_BELOW = 0.5;
    private static final double FETCH_UP_TO = 1.0;

    private final HikariDataSource connections;
    private final JobDispatch dispatch;
    private final Scheduler scheduler;
    private final Optional<MovableClock> movable;
    private final Runnable jumped = this::wake;

    /** How often the table is looked at, and how often a run says that it lives. */
    record Rhythm(Duration polling, Duration heartbeat) {
        static final Rhythm CALM = new Rhythm(Duration.ofSeconds(1), Duration.ofSeconds(5));
    }

    @Activate
    public JobScheduler(
            @Reference Database database,
            @Reference PlanStore plans,
            @Reference Handlers handlers,
            @Reference WorkspaceContext workspaces,
            @Reference ActorContext actors,
            @Reference Node node,
            @Reference Clock clock) {
        this(database, plans, new JobDispatch(plans, handlers, workspaces, actors, clock), node, clock, Rhythm.CALM);
    }

    JobScheduler(Database database, PlanStore plans, JobDispatch dispatch, Node node, Clock clock, Rhythm rhythm) {
        int freed = plans.freeAbandoned(node.ownerPrefix(), node.owner());
        if (freed > 0) {
            LOG.info("{} runs that the former process of this node left behind go on", freed);
        }
        connections = pool(database, plans.catalogue());
        this.dispatch = dispatch;
        CustomTask<Plan> task = Tasks.custom(PlanStore.TASK, Plan.class)
                .onDeadExecution(new DeadRuns(plans, dispatch, clock))
                .execute(dispatch);
        scheduler = Scheduler.create(connections, List.of(task))
                .tableName(PlanStore.TABLE)
                .serializer(new PlanJson())
                .schedulerName(new SchedulerName.Fixed(node.owner()))
                .clock(clock::instant)
                .threads(THREADS)
                .pollUsingLockAndFetch(REFILL_BELOW, FETCH_UP_TO)
                .jdbcCustomization(new MySQL8JdbcCustomization(true))
                .commitWhenAutocommitDisabled(true)
                .pollingInterval(rhythm.polling())
                .heartbeatInterval(rhythm.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(STOPPING)
                .build();
        scheduler.start();
        movable = clock instanceof MovableClock settable ? Optional.of(settable) : Optional.empty();
        movable.ifPresent(settable -> settable.follow(jumped));
    }

    @Deactivate
    void stop() {
        movable.ifPresent(settable -> settable.unfollow(jumped));
        dispatch.stopAll();
        scheduler.stop();
        connections.close();
    }

    /** Looks for due plans now. The scheduler sleeps until a moment, which may be far away after the clock was set back. */
    void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    void cancelled(String name) {
        dispatch.stop(name);
    }

    private static HikariDataSource pool(Database database, String catalogue) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("kontor-jobs");
        config.setDataSource(source(database, catalogue));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    private static DataSource source(Database database, String catalogue) {
        try {
            MariaDbDataSource source = new MariaDbDataSource(database.jdbcUrl() + catalogue + PARAMETERS);
            source.setUser(database.user());
            source.setPassword(database.password());
            return source;
        } catch (SQLException e) {
            throw new IllegalStateException("The address of the database is not valid", e);
        }
    }
}
