@org.jspecify.annotations.NullMarked
package io.kontor.events.internal;
