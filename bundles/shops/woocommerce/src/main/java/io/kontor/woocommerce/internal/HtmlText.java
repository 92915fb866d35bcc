package io.kontor.woocommerce.internal;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names as a person reads them: without tags, character references (HTML 4.01, section 5.3) replaced. */
final class HtmlText {

    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]{0,500}>");
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));");
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", "\u00a0"),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("hellip", "\u2026"),
            Map.entry("times", "\u00d7"),
            Map.entry("middot", "\u00b7"),
            Map.entry("bull", "\u2022"),
            Map.entry("laquo", "\u00ab"),
            Map.entry("raquo", "\u00bb"),
            Map.entry("lsquo", "\u2018"),
            Map.entry("rsquo", "\u2019"),
            Map.entry("ldquo", "\u201c"),
            Map.entry("rdquo", "\u201d"),
            Map.entry("bdquo", "\u201e"),
            Map.entry("euro", "\u20ac"),
            Map.entry("pound", "\u00a3"),
            Map.entry("yen", "\u00a5"),
            Map.entry("cent", "\u00a2"),
            Map.entry("reg", "\u00ae"),
            Map.entry("copy", "\u00a9"),
            Map.entry("trade", "\u2122"),
            Map.entry("deg", "\u00b0"),
            Map.entry("auml", "\u00e4"),
            Map.entry("ouml", "\u00f6"),
            Map.entry("uuml", "\u00fc"),
            Map.entry("Auml", "\u00c4"),
            Map.entry("Ouml", "\u00d6"),
            Map.entry("Uuml", "\u00dc"),
            Map.entry("szlig", "\u00df"),
            Map.entry("eacute", "\u00e9"),
            Map.entry("egrave", "\u00e8"));

    private HtmlText() {}

    static String plain(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html.strip();
        }
        Matcher references = REFERENCE.matcher(TAG.matcher(html).replaceAll(" "));
        String text = references.replaceAll(found -> Matcher.quoteReplacement(meaning(found.group(), references)));
        return text.replaceAll(" {2,}", " ").strip();
    }

    private static String meaning(String reference, Matcher match) {
        if (match.group(1) != null) {
            return character(Integer.parseInt(match.group(1)), reference);
        }
        if (match.group(2) != null) {
            return character(Integer.parseInt(match.group(2), 16), reference);
        }
        return NAMED.getOrDefault(match.group(3), reference);
    }

    private static String character(int codePoint, String reference) {
        return Character.isValidCodePoint(codePoint) && codePoint >= ' ' ? Character.toString(codePoint) : reference;
    }
}
