/** The shared customer core: who the customers are, who somebody is, and what happened with them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.kontor.customer;
