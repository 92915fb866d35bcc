@org.jspecify.annotations.NullMarked
package io.kontor.settings.internal;
