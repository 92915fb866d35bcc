package io.kontor.it.permissions;

import static io.kontor.it.permissions.Sample.Abroad.NOTHING_OF_IT;

import io.kontor.it.client.Call;
import java.util.Map;

/** Sample requests of {@code settings} and {@code demo}. */
final class SettingsSamples {

    private static final String SETTINGS = "/api/settings";
    private static final String PIPELINE = SETTINGS + "/pipeline";
    private static final String DEMO = "/api/demo/data";

    private SettingsSamples() {}

    static Map<String, Sample> all() {
        return Map.of(
                "GET " + SETTINGS,
                Sample.of(200, NOTHING_OF_IT, c -> Call.get(SETTINGS)),
                "GET " + SETTINGS + "/{module}",
                Sample.of(200, NOTHING_OF_IT, c -> Call.get(PIPELINE)),
                "PATCH " + SETTINGS + "/{module}",
                Sample.ownWork(
                        200,
                        c -> c.read(PIPELINE),
                        c -> Call.patch(
                                PIPELINE, c.read(PIPELINE).path("version").asLong(), "{\"attentionDays\": 4}")),
                "GET " + DEMO,
                Sample.of(200, NOTHING_OF_IT, c -> Call.get(DEMO)),
                "POST " + DEMO + "/removal",
                Sample.ownWork(200, c -> c.read(DEMO), c -> Call.post(DEMO + "/removal", "{}")));
    }
}
