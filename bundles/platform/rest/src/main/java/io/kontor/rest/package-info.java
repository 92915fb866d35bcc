/** One REST endpoint per module, with the same conventions everywhere. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
@org.jspecify.annotations.NullMarked
package io.kontor.rest;
