package io.kontor.demo.internal;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.kontor.kernel.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What colleagues say and write, in the language of the workspace.
 *
 * @param shop what the connected shop is called
 * @param notes on customers with open deals
 * @param reasons why deals were lost
 */
record Phrases(String shop, List<String> notes, List<String> reasons) {
    private static final Set<String> LANGUAGES = Set.of("en", "ru", "de");

    Phrases {
        notes = List.copyOf(notes);
        reasons = List.copyOf(reasons);
    }

    /** In this language, or in English. */
    static Phrases in(Locale locale) {
        String language = LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : "en";
        JsonMapper mapper = Json.mapper();
        try (InputStream file = Phrases.class.getResourceAsStream("/phrases/" + language + ".json")) {
            return mapper.readValue(file, Phrases.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The phrases in " + language + " cannot be read", e);
        }
    }

    /** One of a list, always the same for the same number. */
    static String pick(List<String> list, long number) {
        return list.get((int) Math.floorMod(number, (long) list.size()));
    }
}
