/** Every operation of the running product, asked by everybody who must not, and by one who may. */
@org.jspecify.annotations.NullMarked
package io.kontor.it.permissions;
