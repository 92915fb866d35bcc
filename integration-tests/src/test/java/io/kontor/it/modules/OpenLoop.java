package io.kontor.it.modules;

import io.kontor.it.client.Call;
import io.kontor.it.client.GrantedTime;
import io.kontor.it.client.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Requests at a steady pace, whether answers come or not: who is slow is not asked less often, and the time of an answer
 * counts from the moment at which the request was due.
 */
final class OpenLoop implements AutoCloseable {
    /** By a clock that nobody sets: the client's own timeout goes by the time of day. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ExecutorService answers = Executors.newFixedThreadPool(2, task -> daemon(task, "open-loop-answers"));
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .executor(answers)
            .build();
    private final Queue<Shot> shots = new ConcurrentLinkedQueue<>();
    private final Phaser open = new Phaser(1);
    private final AtomicInteger sent = new AtomicInteger();
    private final Visitor visitor;
    private final List<Target> targets;
    private final long pauseNanos;
    private final Thread pace = daemon(this::keepPace, "open-loop");
    private volatile boolean running = true;

    /**
     * What is asked for again and again.
     *
     * @param module whose it is
     * @param call the next request
     * @param status what must come
     */
    record Target(String module, Supplier<Call> call, int status) {
        static Target get(String module, String path) {
            return new Target(module, () -> Call.get(path), 200);
        }
    }

    private OpenLoop(Visitor visitor, int perSecond, List<Target> targets) {
        this.visitor = visitor;
        this.targets = List.copyOf(targets);
        this.pauseNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    }

    /** Begins; the targets take turns. */
    static OpenLoop start(Visitor visitor, int perSecond, List<Target> targets) {
        OpenLoop loop = new OpenLoop(visitor, perSecond, targets);
        loop.pace.start();
        return loop;
    }

    private void keepPace() {
        long begin = System.nanoTime();
        for (int number = 0; running; number++) {
            long due = begin + number * pauseNanos;
            while (System.nanoTime() - due < 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            shoot(targets.get(number % targets.size()), due);
        }
    }

    private void shoot(Target target, long due) {
        Call call = target.call().get();
        open.register();
        sent.incrementAndGet();
        long start = GrantedTime.nanos() - Math.max(0, System.nanoTime() - due);
        http.sendAsync(request(call), BodyHandlers.ofString())
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .whenComplete((answer, failure) -> {
                    shots.add(
                            failure == null
                                    ? answered(target, call, due, start, answer)
                                    : new Shot(
                                            target.module(),
                                            call.toString(),
                                            due,
                                            System.nanoTime(),
                                            GrantedTime.since(start),
                                            0,
                                            failure.toString()));
                    open.arriveAndDeregister();
                });
    }

    private static Shot answered(Target target, Call call, long due, long start, HttpResponse<String> answer) {
        boolean right = answer.statusCode() == target.status();
        String about = call.method() + " " + call.path();
        return new Shot(
                target.module(),
                about,
                due,
                System.nanoTime(),
                GrantedTime.since(start),
                right ? Shot.RIGHT : answer.statusCode(),
                right ? "" : answer.body());
    }

    private HttpRequest request(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(visitor.host() + call.path()))
                .method(call.method(), call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        visitor.credentials().forEach(request::header);
        call.headers().forEach(request::header);
        return request.build();
    }

    /** How many were sent until now. */
    int sent() {
        return sent.get();
    }

    /** Sends nothing more and waits for the answers that are due; everything that was sent. */
    Shots stop() throws InterruptedException {
        running = false;
        pace.join();
        open.arriveAndAwaitAdvance();
        return new Shots(List.copyOf(shots));
    }

    /** Sends nothing more and waits for no answer. */
    @Override
    public void close() {
        running = false;
        try {
            pace.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        answers.shutdown();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
