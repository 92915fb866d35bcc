/** The way to a shop: guarded addresses, pace, retries, HTTP/1.1. */
@org.jspecify.annotations.NullMarked
package io.kontor.connector.internal.http;
