/** Tests of the plain distribution: unpacked, started as a process, talked to from outside. */
@org.jspecify.annotations.NullMarked
package io.kontor.it;
