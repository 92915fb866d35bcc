/**
 * Modules that do what a module must not, a package each. The tests pack them and install them into the running
 * product, which has to go on for everybody else.
 */
@org.jspecify.annotations.NullMarked
package io.kontor.hostile;
