package io.kontor.modules.internal.web;

import io.kontor.kernel.Reason;
import java.util.Map;

/**
 * Why something is as it is.
 *
 * @param code the stable name, by which its words are found in other languages
 * @param words in English, with the arguments in their places
 */
public record ReasonJson(String code, String words, Map<String, Object> arguments) {

    static ReasonJson of(Reason reason) {
        return new ReasonJson(reason.code(), reason.toString(), reason.arguments());
    }
}
