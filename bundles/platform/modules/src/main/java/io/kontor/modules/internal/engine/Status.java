package io.kontor.modules.internal.engine;

import io.kontor.kernel.Reason;
import io.kontor.modules.internal.plan.InstallPlan.Versioned;
import java.time.Instant;
import java.util.Optional;

/**
 * A module on this node.
 *
 * @param artefact what its bundles were installed from
 * @param since when it came into this phase
 */
public record Status(String module, Phase phase, Optional<Reason> reason, Versioned artefact, Instant since) {}
