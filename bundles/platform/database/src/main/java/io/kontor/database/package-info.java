/**
 * Where the data lives: a MariaDB server, embedded by default, any other by configuration.
 *
 * <p>The bundle starts the server's own binaries as a process in a session of its own, so a crash of the
 * Java process never takes the database with it; the next start finds the orphan and uses it again.
 * Whoever needs a connection references the service {@link io.kontor.database.Database}: it is published
 * when the server answers and withdrawn before it stops.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.osgi.annotation.bundle.Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.kontor.database.Database\"")
@org.jspecify.annotations.NullMarked
package io.kontor.database;
