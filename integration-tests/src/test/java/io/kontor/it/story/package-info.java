/** Whole stories on the plain distribution: what a shop does, and what people see of it. */
@org.jspecify.annotations.NullMarked
package io.kontor.it.story;
