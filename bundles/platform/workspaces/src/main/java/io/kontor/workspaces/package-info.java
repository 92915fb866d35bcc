/** Several seller businesses in one installation, each with its own database and host names. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.kontor.workspaces;
