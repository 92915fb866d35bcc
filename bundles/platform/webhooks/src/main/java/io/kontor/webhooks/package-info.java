/** The door for what foreign systems send: verified over the raw bytes, stored, acknowledged, processed later. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.kontor.webhooks;
