package io.kontor.customer.internal.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody typed, as prefixes of search keys.
 *
 * @param any a customer that has a key with any of these prefixes is meant …
 * @param names … if, found by its name, it has a further name with each of these prefixes
 */
record SearchTerms(List<SearchKey> any, List<String> names) {

    /** Fewer digits of a phone number fit too many. */
    private static final int FEWEST_DIGITS = 4;

    /** As many further words as the query has conditions for. */
    static final int MOST_FURTHER_WORDS = 3;

    private static final Pattern BLANKS = Pattern.compile("\\s");
    private static final Pattern NUMBER = Pattern.compile("[0-9+()\\-./\\s]+");
    private static final int RUSSIAN_LENGTH = 11;

    static SearchTerms parse(String text) {
        if (text.contains("@")) {
            return new SearchTerms(
                    List.of(new SearchKey(KeyKind.EMAIL, SearchText.cut(SearchText.folded(text)))), List.of());
        }
        String digits = SearchText.cut(SearchText.digits(text));
        if (NUMBER.matcher(text).matches() && digits.length() >= FEWEST_DIGITS) {
            return new SearchTerms(number(digits), List.of());
        }
        return words(text.strip(), SearchText.words(text));
    }

    private static SearchTerms words(String text, List<String> words) {
        if (words.isEmpty()) {
            return new SearchTerms(List.of(), List.of());
        }
        List<String> longestFirst = new ArrayList<>(words);
        longestFirst.sort(Comparator.comparing(String::length).reversed());
        String longest = longestFirst.remove(0);
        List<SearchKey> any = new ArrayList<>(List.of(new SearchKey(KeyKind.NAME, longest)));
        if (!BLANKS.matcher(text).find()) {
            any.add(new SearchKey(KeyKind.EMAIL, SearchText.cut(SearchText.folded(text))));
            any.add(new SearchKey(KeyKind.NUMBER, SearchText.cut(String.join("", words))));
        }
        return new SearchTerms(any, longestFirst);
    }

    /** People dial with 00, with a national 0, and in Russia with 8 in place of +7. */
    private static List<SearchKey> number(String digits) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(digits);
        if (digits.startsWith("8") && digits.length() == RUSSIAN_LENGTH) {
            spellings.add("7" + digits.substring(1));
        }
        String significant = digits.replaceFirst("^0{1,2}", "");
        if (significant.length() >= FEWEST_DIGITS) {
            spellings.add(significant);
        }
        List<SearchKey> keys = new ArrayList<>();
        spellings.forEach(spelling -> keys.add(new SearchKey(KeyKind.PHONE, spelling)));
        spellings.forEach(spelling -> keys.add(new SearchKey(KeyKind.PHONE_REVERSED, SearchText.reversed(spelling))));
        keys.add(new SearchKey(KeyKind.NUMBER, digits));
        return keys;
    }
}
