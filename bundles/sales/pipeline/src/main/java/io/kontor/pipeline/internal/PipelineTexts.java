package io.kontor.pipeline.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.kontor.kernel.Json;
import io.kontor.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The module's texts in the workspace's language, for names that are stored: stages, titles, reasons. */
@Component(service = PipelineTexts.class)
public final class PipelineTexts {
    private static final String ENGLISH = "en";
    private static final Set<String> LANGUAGES = Set.of(ENGLISH, "ru", "de");

    private final Settings settings;
    private final Map<String, JsonNode> texts;

    @Activate
    public PipelineTexts(@Reference Settings settings) {
        this.settings = settings;
        this.texts = LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), PipelineTexts::load));
    }

    private static JsonNode load(String language) {
        String file = "/i18n/" + language + ".json";
        try (InputStream in = PipelineTexts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The bundle has no " + file);
            }
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** @param key the text's key in the files; {@code {name}} is replaced by the parameter of that name */
    String text(String key, Map<String, String> parameters) {
        PipelineSettings chosen = settings.get("pipeline", PipelineSettings.class);
        return text(Locale.forLanguageTag(chosen.language()), key, parameters);
    }

    String text(Locale locale, String key, Map<String, String> parameters) {
        String language = LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : ENGLISH;
        JsonNode found = texts.get(language).path(key);
        if (!found.isTextual()) {
            throw new IllegalStateException("No text " + key + " in " + language);
        }
        String text = found.textValue();
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            text = text.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return text;
    }
}
