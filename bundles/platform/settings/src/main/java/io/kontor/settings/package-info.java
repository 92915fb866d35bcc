/** Business settings of a module as a typed record, and secrets that only the node's key opens. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.kontor.settings;
