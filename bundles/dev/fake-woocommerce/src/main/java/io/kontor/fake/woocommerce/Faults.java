package io.kontor.fake.woocommerce;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The rules in force. They count and wait in real time, whatever the shop's clock says. */
public final class Faults {
    private final Clock clock;
    private final List<Armed> rules = new ArrayList<>();

    Faults(Clock clock) {
        this.clock = clock;
    }

    /** Puts a rule into force, in addition to the others. */
    public synchronized void add(FaultRule rule) {
        rules.add(new Armed(rule));
    }

    /** Everything works again. */
    public synchronized void clear() {
        rules.clear();
    }

    /** The rules in force, those that are used up included. */
    public synchronized List<FaultRule> rules() {
        return rules.stream().map(armed -> armed.rule).toList();
    }

    /** What hits this request, in the order in which the rules were added. */
    synchronized List<FaultRule> ofRequest(String path) {
        return hits(path, false);
    }

    /** What hits this delivery. */
    synchronized List<FaultRule> ofDelivery(String topic) {
        return hits(topic, true);
    }

    private List<FaultRule> hits(String subject, boolean delivery) {
        List<FaultRule> hits = new ArrayList<>();
        for (Armed armed : rules) {
            boolean concerned = armed.rule.kind().ofDelivery() == delivery && subject.contains(armed.rule.path());
            if (concerned && armed.hits(clock.instant())) {
                hits.add(armed.rule);
            }
        }
        return hits;
    }

    private static final class Armed {
        private final FaultRule rule;
        private final Deque<Instant> recent = new ArrayDeque<>();
        private long seen;
        private int used;

        Armed(FaultRule rule) {
            this.rule = rule;
        }

        boolean hits(Instant now) {
            if (rule.times() > 0 && used >= rule.times()) {
                return false;
            }
            seen++;
            boolean hit = rule.kind() == FaultKind.RATE_LIMIT ? above(now) : seen % rule.every() == 0;
            if (hit) {
                used++;
            }
            return hit;
        }

        private boolean above(Instant now) {
            Instant start = now.minus(rule.window());
            while (!recent.isEmpty() && !recent.peekFirst().isAfter(start)) {
                recent.removeFirst();
            }
            if (recent.size() >= rule.limit()) {
                return true;
            }
            recent.addLast(now);
            return false;
        }
    }
}
