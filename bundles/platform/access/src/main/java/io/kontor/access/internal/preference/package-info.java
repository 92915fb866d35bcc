@org.jspecify.annotations.NullMarked
package io.kontor.access.internal.preference;
