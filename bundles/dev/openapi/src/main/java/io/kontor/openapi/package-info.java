/**
 * Describes the resources of a module as OpenAPI 3.1 while the module is built: from the JAX-RS annotations of the
 * compiled classes and from what the JSON mapper of the product makes of their types.
 */
@org.jspecify.annotations.NullMarked
package io.kontor.openapi;
