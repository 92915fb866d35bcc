/** Packs a module's bundles into the one file that the modules engine installs. */
@org.jspecify.annotations.NullMarked
package io.kontor.kar;
