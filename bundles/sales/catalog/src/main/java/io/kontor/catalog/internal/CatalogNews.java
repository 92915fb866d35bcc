package io.kontor.catalog.internal;

import io.kontor.access.AuditLog;
import io.kontor.catalog.CatalogEvent;
import io.kontor.events.Events;
import io.kontor.kernel.Ref;
import java.util.LinkedHashMap;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells others what happened to a product: events and the audit log. */
@Component(service = CatalogNews.class)
public final class CatalogNews {
    private final Events events;
    private final AuditLog audit;

    @Activate
    public CatalogNews(@Reference Events events, @Reference AuditLog audit) {
        this.events = events;
        this.audit = audit;
    }

    void added(Product product) {
        audit.record(CatalogEvent.Added.NAME, reference(product), Map.of(), facts(product));
        events.publish(new CatalogEvent.Added(product.id(), product.version()));
    }

    void changed(Product before, Product after) {
        changed(before, after, facts(before), facts(after));
    }

    void changed(Product before, Product after, Listing listing, Listing changed) {
        Map<String, Object> was = facts(before);
        Map<String, Object> is = facts(after);
        was.putAll(facts(listing));
        is.putAll(facts(changed));
        changed(before, after, was, is);
    }

    private void changed(Product before, Product after, Map<String, Object> was, Map<String, Object> is) {
        audit.recordChange(CatalogEvent.Changed.NAME, reference(before), was, is);
        events.publish(new CatalogEvent.Changed(after.id(), after.version()));
    }

    private static Map<String, Object> facts(Product product) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", product.name());
        facts.put("nature", product.nature().name());
        facts.put("taxCategory", product.taxCategory().name());
        product.sku().ifPresent(sku -> facts.put("sku", sku));
        product.linkedTo()
                .ifPresent(other -> facts.put("linkedTo", other.value().toString()));
        return facts;
    }

    private static Map<String, Object> facts(Listing listing) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("listing.state", listing.foreignState());
        facts.put("listing.delisted", listing.delisted());
        listing.price()
                .ifPresent(
                        price -> facts.put("listing.price", price.amount().toPlainString() + " " + price.currency()));
        listing.stock().ifPresent(stock -> facts.put("listing.stock", stock.toPlainString()));
        return facts;
    }

    private static Ref reference(Product product) {
        return new Ref("product", product.id().value());
    }
}
