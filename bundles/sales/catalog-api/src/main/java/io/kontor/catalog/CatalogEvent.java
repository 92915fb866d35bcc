package io.kontor.catalog;

import io.kontor.events.DomainEvent;
import io.kontor.kernel.Ref;

/** What happens to products. */
public sealed interface CatalogEvent extends DomainEvent {
    ProductId product();

    long version();

    @Override
    default Ref subject() {
        return new Ref("product", product().value());
    }

    /** A new product. */
    record Added(ProductId product, long version) implements CatalogEvent {
        public static final String NAME = "catalog.product-added";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** A product or one of its listings changed. */
    record Changed(ProductId product, long version) implements CatalogEvent {
        public static final String NAME = "catalog.product-changed";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** The product and everything about it is gone, as only sample data goes. */
    record Removed(ProductId product, long version) implements CatalogEvent {
        public static final String NAME = "catalog.product-removed";

        @Override
        public String name() {
            return NAME;
        }
    }
}
