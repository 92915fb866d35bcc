/** What the engine remembers, in the control database. */
@org.jspecify.annotations.NullMarked
package io.kontor.modules.internal.store;
