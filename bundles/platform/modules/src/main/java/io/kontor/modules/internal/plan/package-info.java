/** What would happen if a module came, changed or went; looks only. */
@org.jspecify.annotations.NullMarked
package io.kontor.modules.internal.plan;
