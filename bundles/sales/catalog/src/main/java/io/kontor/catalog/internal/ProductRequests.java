package io.kontor.catalog.internal;

import io.kontor.catalog.ReceivedProduct.Nature;
import io.kontor.rest.MergePatch;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The bodies of requests about products. */
final class ProductRequests {
    private ProductRequests() {}

    /**
     * What can be changed of a product.
     *
     * @param sku the own article number; null clears it
     */
    public record ProductPatchJson(String name, @Nullable String sku, Nature nature, Product.TaxCategory taxCategory) {}

    /** What a person says to a proposed link. */
    public record DecisionJson(LinkProposal.@Nullable Decision decision) {
        LinkProposal.Decision needed() {
            if (decision == null) {
                throw ProductShape.invalid("decision", "is missing");
            }
            return decision;
        }
    }

    static UnaryOperator<Product.Facts> edit(MergePatch patch) {
        patch.only(ProductPatchJson.class);
        return facts -> new Product.Facts(
                kept("name", patch.text("name", Optional.of(facts.name()))),
                patch.text("sku", facts.sku()),
                kept(
                        "nature",
                        patch.value("nature", Optional.of(facts.nature()), node -> Nature.valueOf(node.asText()))),
                kept(
                        "taxCategory",
                        patch.value(
                                "taxCategory",
                                Optional.of(facts.taxCategory()),
                                node -> Product.TaxCategory.valueOf(node.asText()))));
    }

    /** A request without a body is a client's mistake. */
    static <T> T given(@Nullable T body) {
        if (body == null) {
            throw ProductShape.invalid("body", "is missing");
        }
        return body;
    }

    private static <T> T kept(String field, Optional<T> value) {
        return value.orElseThrow(() -> ProductShape.invalid(field, "cannot be cleared"));
    }
}
