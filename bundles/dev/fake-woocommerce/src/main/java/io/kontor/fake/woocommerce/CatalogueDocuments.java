package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Writes the documents of products, variations and customers. */
final class CatalogueDocuments {
    private final Dates dates;
    private final Links links;
    private final String currency;

    CatalogueDocuments(Dates dates, Links links, String currency) {
        this.dates = dates;
        this.links = links;
        this.currency = currency;
    }

    ObjectNode product(long id, ProductDraft draft, List<Long> variations, Instant at) {
        String slug = draft.name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        ObjectNode product = Json.object()
                .put("id", id)
                .put("name", draft.name())
                .put("slug", slug)
                .put("permalink", links.home() + "/product/" + slug + "/");
        dates.put(product, "date_created", at);
        dates.put(product, "date_modified", at);
        product.put("type", variations.isEmpty() ? "simple" : "variable")
                .put("status", "publish")
                .put("featured", false)
                .put("catalog_visibility", "visible")
                .put("description", "")
                .put("short_description", "");
        sale(product, draft);
        product.put("total_sales", 0).put("parent_id", 0);
        product.putArray("categories")
                .addObject()
                .put("id", 15)
                .put("name", "Uncategorized")
                .put("slug", "uncategorized");
        product.putArray("tags");
        product.putArray("images");
        product.putArray("attributes");
        variations.forEach(product.putArray("variations")::add);
        product.put("menu_order", 0).put("has_options", !variations.isEmpty());
        product.putArray("meta_data");
        links.append(product, "products", id);
        return product;
    }

    private void sale(ObjectNode product, ProductDraft draft) {
        String price = Money.text(draft.price(), currency);
        product.put("sku", draft.sku())
                .put("price", price)
                .put("regular_price", price)
                .put("sale_price", "")
                .put("on_sale", false)
                .put("purchasable", true)
                .put("virtual", draft.virtual())
                .put("downloadable", false)
                .put("tax_status", "taxable")
                .put("tax_class", "")
                .put("manage_stock", draft.stock() >= 0);
        if (draft.stock() >= 0) {
            product.put("stock_quantity", draft.stock());
        } else {
            product.putNull("stock_quantity");
        }
        product.put("stock_status", draft.stock() == 0 ? "outofstock" : "instock")
                .put("backorders", "no")
                .put("weight", "")
                .put("global_unique_id", "");
    }

    ObjectNode variation(long id, long parent, String option, ProductDraft draft, Instant at) {
        ObjectNode variation = Json.object().put("id", id).put("type", "variation");
        dates.put(variation, "date_created", at);
        dates.put(variation, "date_modified", at);
        variation.put("description", "").put("status", "publish");
        sale(variation, draft);
        variation.put("sku", draft.sku() + "-" + option.toUpperCase(Locale.ROOT));
        variation
                .putArray("attributes")
                .addObject()
                .put("id", 0)
                .put("name", "Variant")
                .put("option", option);
        variation.put("menu_order", 0).put("parent_id", parent).put("name", option);
        variation.putArray("meta_data");
        links.append(variation, "products/" + parent + "/variations", id)
                .putArray("up")
                .addObject()
                .put("href", links.api("products/" + parent));
        return variation;
    }

    ObjectNode customer(long id, Address address, Instant at) {
        ObjectNode customer = Json.object().put("id", id);
        dates.put(customer, "date_created", at);
        dates.put(customer, "date_modified", at);
        customer.put("email", address.email())
                .put("first_name", address.firstName())
                .put("last_name", address.lastName())
                .put("role", "customer")
                .put("username", userName(address.email()));
        customer.set("billing", address.billing());
        customer.set("shipping", address.shipping());
        customer.put("is_paying_customer", false);
        customer.put("avatar_url", "https://secure.gravatar.com/avatar/" + Signature.md5(address.email()) + "?s=96");
        customer.putArray("meta_data");
        links.append(customer, "customers", id);
        return customer;
    }

    private static String userName(String email) {
        int at = email.indexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }
}
