/** What the modules engine offers, and its parts. */
@org.jspecify.annotations.NullMarked
package io.kontor.modules.internal;
