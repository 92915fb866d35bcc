package io.kontor.fake.woocommerce;

import java.util.Optional;

/** Which part of the site answers which address. */
final class ShopRoutes {
    private final WooAuthentication authentication;
    private final RestApi api;
    private final SiteRoutes site;
    private final AuthorizePage authorize;
    private final Optional<ControlApi> control;

    ShopRoutes(
            WooAuthentication authentication,
            RestApi api,
            SiteRoutes site,
            AuthorizePage authorize,
            Optional<ControlApi> control) {
        this.authentication = authentication;
        this.api = api;
        this.site = site;
        this.authorize = authorize;
        this.control = control;
    }

    boolean control(Request request) {
        return control.isPresent() && request.path().startsWith(ControlApi.PREFIX);
    }

    Answer answer(Request request) {
        String path = request.path();
        if (control(request)) {
            return control.orElseThrow().answer(request);
        }
        if (path.startsWith(Links.API) && path.length() > Links.API.length()) {
            authentication.check(request);
            return api.answer(request);
        }
        if (path.startsWith(AuthorizePage.PREFIX)) {
            return authorize.answer(request);
        }
        if ("/wp-json/".equals(path) || "/wp-json".equals(path)) {
            return site.index();
        }
        if (path.startsWith("/wp-json")) {
            throw RestError.noRoute();
        }
        return Answer.html(404, "<!DOCTYPE html><title>Page not found</title><h1>Page not found</h1>");
    }
}
