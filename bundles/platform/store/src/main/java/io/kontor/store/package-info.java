/** Transactions over one thread-bound JDBC connection, one persistence unit and one migration history per module. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.kontor.store;
