package io.kontor.access;

import io.kontor.kernel.UserId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * What the first-run page asked.
 *
 * @param company the seller's legal name
 * @param country ISO 3166-1 alpha-2
 * @param currency ISO 4217
 * @param zone the company's time zone
 * @param locale the language of the workspace: English, Russian or German
 * @param demoData whether to begin with sample data
 * @param proprietor the user who was just made
 */
public record SetupAnswers(
        String company,
        String country,
        Currency currency,
        ZoneId zone,
        Locale locale,
        boolean demoData,
        UserId proprietor) {}
