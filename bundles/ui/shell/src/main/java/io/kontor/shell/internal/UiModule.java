package io.kontor.shell.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a module, as its {@code module.json} describes them and the browser is told.
 *
 * @param id the module's word, which is its folder below {@code /ui}
 * @param version the module's version
 * @param kitApi the version of the kit that it was built against
 * @param entry the script that declares the pages
 * @param style the style sheet, if the pages have one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
record UiModule(
        String id,
        String version,
        int kitApi,
        String entry,
        @Nullable String style) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    UiModule {
        if (id == null || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("A module's id is lower-case letters, digits and dashes, not " + id);
        }
        if (entry == null || !Files.NAME.matcher(entry).matches()) {
            throw new IllegalArgumentException("A module's entry is a file beside its module.json, not " + entry);
        }
        if (style != null && !Files.NAME.matcher(style).matches()) {
            throw new IllegalArgumentException("A module's style is a file beside its module.json, not " + style);
        }
    }
}
