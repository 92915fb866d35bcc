/** Brings what is wanted and what is there together. */
@org.jspecify.annotations.NullMarked
package io.kontor.modules.internal.engine;
