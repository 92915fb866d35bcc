package io.kontor.settings.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.kernel.Json;
import io.kontor.kernel.KontorException;
import io.kontor.settings.Secrets;
import io.kontor.settings.SettingsError;
import io.kontor.settings.internal.SettingField.Kind;
import java.util.Base64;
import java.util.Map;

/**
 * Settings records to what is stored and back. A mapper remembers classes; one that is used up with each call keeps no
 * module that is gone in memory.
 */
record RecordShape(String module, Secrets secrets) {

    /** The record's components, secrets sealed. */
    ObjectNode stored(Record value) {
        JsonMapper mapper = Json.mapper();
        try {
            ObjectNode fields = mapper.valueToTree(value);
            for (SettingField field : SettingField.of(value.getClass())) {
                JsonNode secret = fields.path(field.name()).path("plain");
                if (field.kind() == Kind.SECRET && secret.isTextual()) {
                    fields.put(field.name(), sealed(field, secret.textValue()));
                }
            }
            return fields;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(value.getClass() + " is not writable as JSON", e);
        }
    }

    /** A secret as it is kept. */
    String sealed(SettingField field, String plain) {
        return Base64.getEncoder().encodeToString(secrets.seal(plain, purpose(field)));
    }

    /** The record, with its defaults where nothing is stored. */
    <T extends Record> T record(Class<T> type, ObjectNode stored) {
        JsonMapper mapper = Json.mapper();
        try {
            ObjectNode merged = mapper.valueToTree(defaults(type));
            merged.setAll(stored);
            for (SettingField field : SettingField.of(type)) {
                JsonNode sealed = stored.path(field.name());
                if (field.kind() == Kind.SECRET && sealed.isTextual()) {
                    byte[] bytes = Base64.getDecoder().decode(sealed.textValue());
                    merged.putObject(field.name()).put("plain", secrets.open(bytes, purpose(field)));
                }
            }
            return mapper.treeToValue(merged, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new KontorException(SettingsError.VALUE_UNREADABLE, Map.of("module", module), e);
        }
    }

    /** The defaults as JSON; secrets have none. */
    static ObjectNode fallbacks(Class<? extends Record> type) {
        return Json.mapper().valueToTree(defaults(type));
    }

    private static <T> T defaults(Class<T> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs a no-argument constructor with its defaults", e);
        }
    }

    private String purpose(SettingField field) {
        return "settings:" + module + "." + field.name();
    }
}
