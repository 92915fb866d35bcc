/**
 * What a running product tells about itself and takes from its operator: readiness, metrics, request ids in the
 * logs, and the commands that {@code ./kontor} sends over a socket in the data folder.
 *
 * <p>Other bundles join in by publishing services: {@link io.kontor.telemetry.HealthCheck} for a part that may be
 * up or not, {@link io.kontor.telemetry.MetricSource} for numbers, {@link io.kontor.telemetry.AdminCommand} for a
 * command.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.kontor.telemetry;
