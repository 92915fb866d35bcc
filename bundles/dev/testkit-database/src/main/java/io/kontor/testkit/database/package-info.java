/** A real MariaDB for tests: one server per build, databases of their own per test class. Never part of the product. */
@org.jspecify.annotations.NullMarked
package io.kontor.testkit.database;
