/** Serves the web shell and the pages that modules carry in their bundles. */
@NullMarked
package io.kontor.shell.internal;

import org.jspecify.annotations.NullMarked;
