/**
 * The words that every module shares: identifiers, money, pages, errors, and who is acting in which workspace.
 *
 * <p>Kernel knows no database, no HTTP and no other module. Time comes from the {@link java.time.Clock} service that
 * it publishes; nothing in Kontor reads the time anywhere else, so a test can move it.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.kontor.kernel;
