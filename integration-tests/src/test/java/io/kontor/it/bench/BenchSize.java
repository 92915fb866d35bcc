package io.kontor.it.bench;

import java.time.Duration;

/**
 * How much a run does; system properties make it shorter or longer.
 *
 * @param measured how long each operation is measured ({@code kontor.bench.seconds})
 * @param warmUp how long it is repeated before, at most ({@code kontor.bench.warmup}, in seconds)
 * @param customers in the workspace ({@code kontor.bench.customers})
 * @param deals on the board ({@code kontor.bench.deals})
 * @param only the one operation to measure, or nothing for all ({@code kontor.bench.only}): read, list, board,
 *     customer, deal, order, start
 */
record BenchSize(Duration measured, Duration warmUp, int customers, int deals, String only) {

    static BenchSize ofProperties() {
        return new BenchSize(
                Duration.ofSeconds(Integer.getInteger("kontor.bench.seconds", 8)),
                Duration.ofSeconds(Integer.getInteger("kontor.bench.warmup", 120)),
                Integer.getInteger("kontor.bench.customers", 1_000),
                Integer.getInteger("kontor.bench.deals", 10_000),
                System.getProperty("kontor.bench.only", ""));
    }

    /** Whether this operation is to be measured. */
    boolean wants(String operation) {
        return only.isEmpty() || only.equals(operation);
    }
}
