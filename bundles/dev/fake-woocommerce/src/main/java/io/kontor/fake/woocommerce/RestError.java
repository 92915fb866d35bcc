package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** An error as the WordPress REST API words it: {@code {code, message, data: {status}}}. */
final class RestError extends RuntimeException {
    private final int status;
    private final String code;

    RestError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    RestError(int status, String code, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
    }

    static RestError noRoute() {
        return new RestError(404, "rest_no_route", "No route was found matching the URL and request method.");
    }

    static RestError invalidParameter(String name, String why) {
        return new RestError(400, "rest_invalid_param", "Invalid parameter(s): " + name + " (" + why + ")");
    }

    static RestError unknown(String resource) {
        return switch (resource) {
            case Shop.ORDER -> new RestError(404, "woocommerce_rest_shop_order_invalid_id", "Invalid ID.");
            case Shop.PRODUCT -> new RestError(404, "woocommerce_rest_product_invalid_id", "Invalid ID.");
            default -> new RestError(404, "woocommerce_rest_invalid_id", "Invalid resource ID.");
        };
    }

    int status() {
        return status;
    }

    ObjectNode body() {
        ObjectNode body = Json.object().put("code", code).put("message", getMessage());
        body.putObject("data").put("status", status);
        return body;
    }
}
