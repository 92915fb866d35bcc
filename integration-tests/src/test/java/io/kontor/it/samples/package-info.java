/** Recorded deliveries of real shops, to be posted to the running product. */
@NullMarked
package io.kontor.it.samples;

import org.jspecify.annotations.NullMarked;
