/**
 * Business settings of a module as a typed record, and secrets that only the node's key opens.
 *
 * <p>A module keeps its settings in one record whose no-argument constructor has the defaults, and asks for it whenever it
 * needs it: {@code settings.get("pipeline", PipelineSettings.class)}. What people may set is marked with {@link
 * io.kontor.settings.Setting}; a module that publishes {@link io.kontor.settings.ModuleSettings} has its section on the
 * Settings page, made from these marks.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
@org.jspecify.annotations.NullMarked
package io.kontor.settings;
