package io.kontor.telemetry.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Node settings, {@code etc/io.kontor.telemetry.cfg}. */
@ObjectClassDefinition(id = "io.kontor.telemetry", name = "Telemetry")
@interface TelemetryConfiguration {

    @AttributeDefinition(description = "Bearer token for /metrics; empty: only from this machine")
    String metrics_token() default "";

    @AttributeDefinition(description = "How long it goes on at a stop after it said that it is not ready, seconds")
    int stop_announce_seconds() default 0;

    @AttributeDefinition(description = "How long a stop waits for requests that are under way, seconds")
    int stop_requests_seconds() default 20;
}
