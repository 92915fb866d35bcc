package io.kontor.fake.woocommerce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A billing address with the fields of WooCommerce; unknown parts are empty strings, as the shop writes them. */
public record Address(
        String firstName,
        String lastName,
        String company,
        String address1,
        String address2,
        String city,
        String state,
        String postcode,
        String country,
        String email,
        String phone) {

    /** A person known by name, e-mail and phone in a country (ISO 3166-1 alpha-2), nothing else. */
    public static Address of(String firstName, String lastName, String email, String phone, String country) {
        return new Address(firstName, lastName, "", "", "", "", "", "", country, email, phone);
    }

    /** The same person with the e-mail and phone written in another way. */
    public Address written(String newEmail, String newPhone) {
        return new Address(
                firstName, lastName, company, address1, address2, city, state, postcode, country, newEmail, newPhone);
    }

    static Address read(JsonNode json) {
        return new Address(
                json.path("first_name").asText(""),
                json.path("last_name").asText(""),
                json.path("company").asText(""),
                json.path("address_1").asText(""),
                json.path("address_2").asText(""),
                json.path("city").asText(""),
                json.path("state").asText(""),
                json.path("postcode").asText(""),
                json.path("country").asText(""),
                json.path("email").asText(""),
                json.path("phone").asText(""));
    }

    ObjectNode billing() {
        ObjectNode node = postal();
        node.put("email", email);
        node.put("phone", phone);
        return node;
    }

    ObjectNode shipping() {
        return postal().put("phone", "");
    }

    private ObjectNode postal() {
        return Json.object()
                .put("first_name", firstName)
                .put("last_name", lastName)
                .put("company", company)
                .put("address_1", address1)
                .put("address_2", address2)
                .put("city", city)
                .put("state", state)
                .put("postcode", postcode)
                .put("country", country);
    }
}
