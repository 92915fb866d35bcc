/** The legal entities of a workspace. */
@org.jspecify.annotations.NullMarked
package io.kontor.seller.internal;
