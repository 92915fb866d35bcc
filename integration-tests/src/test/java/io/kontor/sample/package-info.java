/** A well-behaved module with a table, a resource and a consumer of events; its versions are packed by the tests. */
@org.jspecify.annotations.NullMarked
package io.kontor.sample;
