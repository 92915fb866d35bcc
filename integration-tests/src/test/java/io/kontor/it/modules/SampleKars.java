package io.kontor.it.modules;

import java.io.IOException;

/** The well-behaved module in its versions. */
final class SampleKars {
    static final String MODULE = "sample";

    private static final String TABLE = """
            create table if not exists sample_note (
              customer_id binary(16) not null primary key
            )
            """;
    private static final String COLUMN = """
            alter table sample_note add column if not exists noted_by varchar(40) null
            """;

    private SampleKars() {}

    static Kar first() throws IOException {
        return maker("1.0.0").kar();
    }

    /** Has a further column. */
    static Kar second() throws IOException {
        return version("2.0.0");
    }

    /** Like the second, with any version. */
    static Kar version(String version) throws IOException {
        return maker(version).withText("db/sample/V0002__who.sql", COLUMN).kar();
    }

    /** Throws when it is started, after its tables were changed. */
    static Kar broken() throws IOException {
        return maker("3.0.0")
                .withText("db/sample/V0002__who.sql", COLUMN)
                .with("Bundle-Activator", "io.kontor.hostile.throwing.ThrowingActivator")
                .containing("io.kontor.sample,io.kontor.hostile.throwing")
                .kar();
    }

    private static BundleMaker maker(String version) {
        return BundleMaker.of(MODULE, version)
                .with("Kontor-Store", "workspace")
                .containing("io.kontor.sample")
                .withText("db/sample/V0001__notes.sql", TABLE);
    }
}
