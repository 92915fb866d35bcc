package io.kontor.catalog.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One product as JSON.
 *
 * @param linkedTo the product that this one was joined to
 */
public record ProductDetailJson(ProductJson product, Optional<UUID> linkedTo, List<ProposalJson> proposals) {
    /** A proposal to link two products that have the same article number. */
    public record ProposalJson(UUID product, UUID other, String sku, Instant proposedAt) {
        static ProposalJson of(LinkProposal proposal) {
            return new ProposalJson(
                    proposal.product().value(), proposal.other().value(), proposal.sku(), proposal.proposedAt());
        }
    }

    static ProductDetailJson of(CatalogService.Detail detail) {
        return new ProductDetailJson(
                ProductJson.of(detail.product(), detail.listings()),
                detail.product().linkedTo().map(other -> other.value()),
                detail.proposals().stream().map(ProposalJson::of).toList());
    }
}
