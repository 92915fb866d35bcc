package io.kontor.it.bench;

/**
 * How much a run does; system properties make it shorter or longer.
 *
 * @param reads requests of each read, once to warm up and once measured ({@code kontor.bench.reads})
 * @param writes of each write, likewise ({@code kontor.bench.writes})
 * @param customers in the workspace ({@code kontor.bench.customers})
 * @param deals on the board ({@code kontor.bench.deals})
 */
record BenchSize(int reads, int writes, int customers, int deals) {

    static BenchSize ofProperties() {
        return new BenchSize(
                Integer.getInteger("kontor.bench.reads", 6_000),
                Integer.getInteger("kontor.bench.writes", 2_500),
                Integer.getInteger("kontor.bench.customers", 1_000),
                Integer.getInteger("kontor.bench.deals", 10_000));
    }

    /** Messages of the shop, each of which is several writes. */
    int messages() {
        return Math.max(1, writes / 2);
    }

    /** Requests that are a multiple of the others in size. */
    int largeReads() {
        return Math.max(1, reads / 6);
    }
}
