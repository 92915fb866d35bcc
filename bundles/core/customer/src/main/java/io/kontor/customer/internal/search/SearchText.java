package io.kontor.customer.internal.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How words and numbers are written in the search keys: lower case, without accents and signs. */
final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
    private static final int LONGEST_KEY = 100;

    private SearchText() {}

    /** The words of a text; those of different spelling that people take for the same become the same. */
    static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(folded(text)))
                .filter(word -> !word.isEmpty())
                .map(SearchText::cut)
                .toList();
    }

    static String folded(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT).replace("ß", "ss");
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    }

    static String digits(String text) {
        return NO_DIGITS.matcher(text).replaceAll("");
    }

    static String reversed(String key) {
        return new StringBuilder(key).reverse().toString();
    }

    static String cut(String key) {
        return key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
    }
}
