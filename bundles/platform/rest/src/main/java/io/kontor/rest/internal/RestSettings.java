package io.kontor.rest.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Node settings, {@code etc/io.kontor.rest.cfg}. */
@ObjectClassDefinition(name = "REST")
public @interface RestSettings {

    @AttributeDefinition(description = "The largest body that is accepted, in bytes")
    int max_body_bytes() default 2 * 1024 * 1024;

    @AttributeDefinition(
            description = "Whether a reverse proxy stands before this node and sets X-Forwarded-For, -Proto and -Host."
                    + " Only then are these headers believed.")
    boolean behind_proxy() default false;

    @AttributeDefinition(description = "How long a request waits for a module that is being replaced, in milliseconds")
    long hold_milliseconds() default 10_000;

    @AttributeDefinition(
            description = "How many requests may wait so at the same time; each takes a connection, no thread")
    int held_requests() default 2_000;

    @AttributeDefinition(
            description = "How many requests of one module are answered at the same time; more of them wait without a"
                    + " thread, so that a module that is slow leaves threads for the others")
    int requests_per_module() default 30;

    @AttributeDefinition(description = "After how many milliseconds of silence the event stream says that it lives")
    long heartbeat_milliseconds() default 15_000;
}
