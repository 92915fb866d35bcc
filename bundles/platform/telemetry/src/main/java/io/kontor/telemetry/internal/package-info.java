@org.jspecify.annotations.NullMarked
package io.kontor.telemetry.internal;
