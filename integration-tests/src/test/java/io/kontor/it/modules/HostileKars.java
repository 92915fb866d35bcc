package io.kontor.it.modules;

import java.io.IOException;

/** Modules that do what a module must not; their code is in {@code io.kontor.hostile}. */
final class HostileKars {
    private static final String VERSION = "1.0.0";

    private HostileKars() {}

    /** Needs a package that nobody has. */
    static Kar unresolvable() throws IOException {
        return BundleMaker.of("unresolvable", VERSION)
                .containing("io.kontor.hostile.throwing")
                .with("Import-Package", "org.example.absent;version=\"[1,2)\",*")
                .kar();
    }

    /** Its activator throws. */
    static Kar throwing() throws IOException {
        return withActivator("throwing", "ThrowingActivator");
    }

    /** Its only component throws. */
    static Kar failing() throws IOException {
        return BundleMaker.of("failing", VERSION)
                .containing("io.kontor.hostile.failing")
                .kar();
    }

    /** Its activator never returns. */
    static Kar hanging() throws IOException {
        return withActivator("hanging", "HangingActivator");
    }

    /** A thread of it lives on after each stop. */
    static Kar leaking(String version) throws IOException {
        return BundleMaker.of("leaking", version)
                .containing("io.kontor.hostile.leaking")
                .with("Bundle-Activator", "io.kontor.hostile.leaking.LeakingActivator")
                .kar();
    }

    /** Publishes events without end, and its consumer throws at each. */
    static Kar flooding() throws IOException {
        return BundleMaker.of("flooding", VERSION)
                .containing("io.kontor.hostile.flooding")
                .kar();
    }

    /** Sleeps in its event consumer, its REST method and its jobs. */
    static Kar sleeping() throws IOException {
        return BundleMaker.of("sleeping", VERSION)
                .containing("io.kontor.hostile.sleeping")
                .kar();
    }

    /** Exports a package of the base, newer than the base's own. */
    static Kar exportingTheBase() throws IOException {
        return BundleMaker.of("intruder", VERSION)
                .with("Export-Package", "io.kontor.kernel;version=\"1.99.0\"")
                .kar();
    }

    /** Carries its own copy of another module's interface, and exports it. */
    static Kar exportingThePipeline() throws IOException {
        return BundleMaker.of("copycat", VERSION)
                .with("Export-Package", "io.kontor.pipeline;version=\"1.99.0\"")
                .kar();
    }

    private static Kar withActivator(String module, String type) throws IOException {
        return BundleMaker.of(module, VERSION)
                .containing("io.kontor.hostile." + module)
                .with("Bundle-Activator", "io.kontor.hostile." + module + "." + type)
                .kar();
    }
}
