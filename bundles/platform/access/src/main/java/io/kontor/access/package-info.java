/** Who may do what: users, sessions, tokens, roles, row rules and the audit log. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.kontor.access;
