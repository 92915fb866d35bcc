/** How deals are kept: pipelines, stages, the board, and the rule that makes deals out of orders. */
@org.jspecify.annotations.NullMarked
package io.kontor.pipeline.internal;
