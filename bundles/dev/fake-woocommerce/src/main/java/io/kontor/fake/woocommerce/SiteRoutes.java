package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the shop says about itself: settings, system status, currencies, and the index of the API. */
final class SiteRoutes {
    private final ShopConfig config;
    private final ShopClock clock;
    private final Links links;

    SiteRoutes(ShopConfig config, ShopClock clock, Links links) {
        this.config = config;
        this.clock = clock;
        this.links = links;
    }

    Answer answer(Request request, String[] path) {
        RestApi.require(request.is("GET"));
        return switch (String.join("/", path)) {
            case "settings/general" -> Answer.json(settings());
            case "settings/general/woocommerce_currency" -> Answer.json(currencySetting());
            case "system_status" -> Answer.json(status());
            case "data" -> Answer.json(data());
            case "data/currencies/current" -> Answer.json(currency(config.currency()));
            case "data/currencies" -> Answer.json(currencies());
            default -> throw RestError.noRoute();
        };
    }

    /** {@code /wp-json/}, open to everybody: the one place that names the site's zone. */
    Answer index() {
        ObjectNode index = Json.object()
                .put("name", "Fake shop")
                .put("description", "")
                .put("url", links.home())
                .put("home", links.home());
        int offset = config.zone().getRules().getOffset(clock.instant()).getTotalSeconds();
        index.put("gmt_offset", offset / 3600.0)
                .put("timezone_string", config.zone().getId());
        index.putArray("namespaces").add("wc/v1").add("wc/v2").add("wc/v3").add("wp/v2");
        index.putObject("authentication");
        index.putObject("routes");
        return Answer.json(index);
    }

    private ArrayNode settings() {
        ArrayNode settings = Json.array();
        settings.add(currencySetting());
        settings.add(setting("woocommerce_price_num_decimals", Integer.toString(Money.places(config.currency()))));
        settings.add(setting("woocommerce_price_decimal_sep", "."));
        settings.add(setting("woocommerce_price_thousand_sep", ","));
        settings.add(setting("woocommerce_currency_pos", "left"));
        settings.add(setting("woocommerce_calc_taxes", "yes"));
        return settings;
    }

    private ObjectNode currencySetting() {
        return setting("woocommerce_currency", config.currency());
    }

    private ObjectNode setting(String id, String value) {
        ObjectNode setting = Json.object()
                .put("id", id)
                .put("label", id)
                .put("description", "")
                .put("type", "text")
                .put("default", "")
                .put("value", value)
                .put("group_id", "general");
        ObjectNode own = setting.putObject("_links");
        own.putArray("self").addObject().put("href", links.api("settings/general/" + id));
        own.putArray("collection").addObject().put("href", links.api("settings/general"));
        return setting;
    }

    private ObjectNode status() {
        ObjectNode status = Json.object();
        status.putObject("environment")
                .put("home_url", links.home())
                .put("site_url", links.home())
                .put("version", "11.0.1")
                .put("wp_version", "7.1")
                .put("default_timezone", "UTC")
                .put("language", "en_US");
        status.putObject("settings")
                .put("api_enabled", true)
                .put("force_ssl", false)
                .put("currency", config.currency())
                .put("currency_symbol", Money.symbol(config.currency()))
                .put("thousand_separator", ",")
                .put("decimal_separator", ".")
                .put("number_of_decimals", Money.places(config.currency()));
        return status;
    }

    private ArrayNode data() {
        ArrayNode data = Json.array();
        ObjectNode currencies = data.addObject().put("slug", "currencies").put("description", "List of currencies.");
        currencies.putObject("_links").putArray("self").addObject().put("href", links.api("data/currencies"));
        return data;
    }

    private ArrayNode currencies() {
        ArrayNode list = Json.array();
        for (String code : new String[] {"EUR", "GBP", "JPY", "KWD", "PLN", "RUB", "USD"}) {
            list.add(currency(code));
        }
        return list;
    }

    private ObjectNode currency(String code) {
        ObjectNode currency = Json.object().put("code", code).put("name", code).put("symbol", Money.symbol(code));
        currency.putObject("_links").putArray("self").addObject().put("href", links.api("data/currencies/" + code));
        return currency;
    }
}
