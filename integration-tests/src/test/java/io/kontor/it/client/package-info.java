/** Who talks to the running product, what they ask, and what comes back. */
@org.jspecify.annotations.NullMarked
package io.kontor.it.client;
