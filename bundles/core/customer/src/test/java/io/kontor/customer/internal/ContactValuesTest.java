package io.kontor.customer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactValuesTest {

    @ParameterizedTest
    @CsvSource({
        "030 1234567, DE, +49301234567",
        "+49 (30) 123-45-67, US, +49301234567",
        "0049 30 1234567, FR, +49301234567",
        "8 (495) 123-45-67, RU, +74951234567",
        "495 1234567, RU, +74951234567",
        "(212) 555-0100, us, +12125550100"
    })
    void aPhoneInAnyNotationBecomesTheSameNumber(String raw, String country, String expected) {
        assertEquals(Optional.of(expected), ContactValues.phone(raw, Optional.of(country)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "ask twice", "+", "+0000", "030 1234567", "123456789012345678901234567890"})
    void withoutACountryOrEnoughDigitsNothingIsGuessed(String raw) {
        assertEquals(Optional.empty(), ContactValues.phone(raw, Optional.empty()));
    }

    @Test
    void theDomainOfAnEmailIsLowerCaseAndItsLocalPartStays() {
        assertEquals(Optional.of("Anna.Meier@x.example"), ContactValues.email(" Anna.Meier@X.Example "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "anna", "anna@", "@x.example", "anna@x", "a b@x.example", "a@b@x.example", "a@x..example"})
    void whatIsNoEmailIsRefused(String raw) {
        assertEquals(Optional.empty(), ContactValues.email(raw));
    }

    @Test
    void marketplaceRelaysAreRecognized() {
        assertTrue(ContactValues.relay("abc123@Marketplace.Amazon.co.uk"));
        assertTrue(ContactValues.relay("abc123@members.ebay.com"));
        assertFalse(ContactValues.relay("anna@amazon.de"));
        assertFalse(ContactValues.relay("anna@notmembers.ebay.com"));
    }
}
