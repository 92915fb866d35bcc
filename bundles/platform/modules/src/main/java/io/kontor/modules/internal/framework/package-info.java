/** The bundles of modules in the OSGi framework. */
@org.jspecify.annotations.NullMarked
package io.kontor.modules.internal.framework;
