package io.kontor.it.permissions;

import static io.kontor.it.permissions.Sample.Abroad.NOTHING_OF_IT;
import static io.kontor.it.permissions.Sample.Abroad.REFUSED;

import io.kontor.it.client.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Sample requests of {@code modules}. A module runs for every workspace, so the neighbour, who is not the first, sees what
 * is installed and nothing else.
 */
final class ModulesSamples {

    private static final String MODULES = "/api/modules";
    private static final String ARTEFACTS = MODULES + "/artefacts";
    private static final String PLANS = MODULES + "/plans";
    private static final String OPERATIONS = MODULES + "/operations";
    private static final String WORD = "bystander";
    private static final AtomicInteger VERSIONS = new AtomicInteger();

    private ModulesSamples() {}

    static Map<String, Sample> all() {
        Map<String, Sample> samples = new HashMap<>();
        samples.put("GET " + MODULES, Sample.of(200, NOTHING_OF_IT, c -> Call.get(MODULES)));
        samples.put("GET " + ARTEFACTS, Sample.of(200, REFUSED, c -> Call.get(ARTEFACTS)));
        samples.put("POST " + ARTEFACTS, Sample.of(201, REFUSED, c -> upload()));
        samples.put(
                "DELETE " + ARTEFACTS + "/{id}", Sample.of(204, REFUSED, c -> Call.delete(ARTEFACTS + "/" + kept(c))));
        samples.put("POST " + PLANS, Sample.of(200, REFUSED, c -> Call.post(PLANS, installing(kept(c), ""))));
        samples.put("GET " + OPERATIONS, Sample.of(200, REFUSED, c -> Call.get(OPERATIONS)));
        samples.put("GET " + OPERATIONS + "/{id}", Sample.of(200, REFUSED, c -> Call.get(begun(c))));
        samples.put("POST " + OPERATIONS, Sample.of(202, REFUSED, ModulesSamples::install));
        return samples;
    }

    private static Call upload() {
        return Call.of("POST", ARTEFACTS).octets(kar());
    }

    /** A new archive that nobody has installed. */
    private static String kept(Company company) {
        return company.proprietor().send(upload()).expect(201).json().path("id").asText();
    }

    private static String installing(String artefact, String more) {
        return "{\"action\": \"install\", \"artefact\": \"" + artefact + "\"" + more + "}";
    }

    /** When the operation of an earlier sample has ended: there is one at a time. */
    private static Call install(Company company) {
        while (company.read(OPERATIONS).path("items").findValuesAsText("state").contains("running")) {
            Thread.onSpinWait();
        }
        String artefact = kept(company);
        String plan = company.proprietor()
                .send(Call.post(PLANS, installing(artefact, "")))
                .expect(200)
                .json()
                .path("id")
                .asText();
        return Call.post(OPERATIONS, installing(artefact, ", \"plan\": \"" + plan + "\", \"trust\": true"));
    }

    /** The path of an operation, which is another one each time. */
    private static String begun(Company company) {
        String id = company.proprietor()
                .send(install(company))
                .expect(202)
                .json()
                .path("id")
                .asText();
        String path = OPERATIONS + "/" + id;
        while (company.read(path).path("state").asText().equals("running")) {
            Thread.onSpinWait();
        }
        return path;
    }

    /** A module that does nothing, under another name each time. */
    private static byte[] kar() {
        int number = VERSIONS.incrementAndGet();
        String name = "kontor-" + WORD + number;
        String bundle = zip(Map.of("META-INF/MANIFEST.MF", """
                Manifest-Version: 1.0
                Bundle-ManifestVersion: 2
                Bundle-SymbolicName: io.kontor.%s%d
                Bundle-Version: 1.0.0

                """.formatted(WORD, number)));
        return zip(Map.of(
                        "META-INF/MANIFEST.MF",
                        "Manifest-Version: 1.0\n\n",
                        "repository/" + name + "-features.xml",
                        "<features><feature name=\"%1$s\"><bundle>mvn:test/%1$s/1</bundle></feature></features>"
                                .formatted(name),
                        "repository/test/" + name + "/1/" + name + "-1.jar",
                        bundle))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Bytes as text of one byte per character. */
    private static String zip(Map<String, String> entries) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.ISO_8859_1));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString(StandardCharsets.ISO_8859_1);
    }
}
