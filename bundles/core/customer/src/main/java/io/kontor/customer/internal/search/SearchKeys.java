package io.kontor.customer.internal.search;

import io.kontor.customer.Company;
import io.kontor.customer.ContactPoint;
import io.kontor.customer.Customer;
import io.kontor.customer.internal.ContactValues;
import java.util.LinkedHashSet;
import java.util.Set;

/** The keys that follow from a customer's facts. */
final class SearchKeys {

    private SearchKeys() {}

    static Set<SearchKey> of(Customer customer) {
        Set<SearchKey> keys = new LinkedHashSet<>();
        SearchText.words(customer.name()).forEach(word -> keys.add(new SearchKey(KeyKind.NAME, word)));
        customer.profile().points().forEach(point -> add(keys, point));
        if (customer instanceof Company company) {
            company.taxId().ifPresent(number -> addNumber(keys, number));
        }
        return keys;
    }

    private static void add(Set<SearchKey> keys, ContactPoint point) {
        switch (point.kind()) {
            case PHONE -> addPhone(keys, point.value());
            case EMAIL -> addEmail(keys, point.value());
            case MESSENGER -> addNumber(keys, point.value());
        }
    }

    private static void addPhone(Set<SearchKey> keys, String phone) {
        String digits = SearchText.cut(SearchText.digits(phone));
        if (digits.isEmpty()) {
            return;
        }
        keys.add(new SearchKey(KeyKind.PHONE, digits));
        keys.add(new SearchKey(KeyKind.PHONE_REVERSED, SearchText.reversed(digits)));
        ContactValues.nationalDigits(phone)
                .ifPresent(national -> keys.add(new SearchKey(KeyKind.PHONE, SearchText.cut(national))));
    }

    private static void addEmail(Set<SearchKey> keys, String email) {
        String whole = SearchText.folded(email);
        int at = whole.indexOf('@');
        keys.add(new SearchKey(KeyKind.EMAIL, SearchText.cut(whole)));
        if (at > 0) {
            keys.add(new SearchKey(KeyKind.EMAIL, SearchText.cut(whole.substring(at + 1))));
        }
    }

    private static void addNumber(Set<SearchKey> keys, String number) {
        String joined = String.join("", SearchText.words(number));
        if (!joined.isEmpty()) {
            keys.add(new SearchKey(KeyKind.NUMBER, SearchText.cut(joined)));
        }
    }
}
