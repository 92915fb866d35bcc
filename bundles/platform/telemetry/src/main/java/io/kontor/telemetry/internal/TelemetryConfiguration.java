package io.kontor.telemetry.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Node settings, {@code etc/io.kontor.telemetry.cfg}. */
@ObjectClassDefinition(id = "io.kontor.telemetry", name = "Telemetry")
@interface TelemetryConfiguration {

    @AttributeDefinition(description = "Bearer token for /metrics; empty: only from this machine")
    String metrics_token() default "";
}
