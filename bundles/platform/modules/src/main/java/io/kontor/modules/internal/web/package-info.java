/** The engine over HTTP and on the command line. */
@org.jspecify.annotations.NullMarked
package io.kontor.modules.internal.web;
