/** Reading what somebody hands in as a module, without believing it. */
@org.jspecify.annotations.NullMarked
package io.kontor.modules.internal.archive;
