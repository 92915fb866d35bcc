/** Something happened: a transactional outbox, and consumers that read it in order, each at its own pace. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.kontor.events;
