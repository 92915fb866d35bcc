package io.kontor.modules.internal;

import io.kontor.kernel.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Why something is refused or went wrong, by the names that are stored and translated. */
public enum ModuleReason {
    NOT_A_ZIP("modules.not-a-zip", "it is not a zip file, or a damaged one"),
    TOO_LARGE("modules.too-large", "unpacked it has more than {limit}"),
    ENTRY("modules.entry", "its entry {name} is not allowed"),
    FEATURE("modules.feature", "its feature description is missing or wrong: {problem}"),
    BUNDLE("modules.bundle", "its file {name} is no bundle: {problem}"),
    BUNDLES_DISAGREE("modules.bundles-disagree", "its bundles {bundles} do not belong to one module"),
    FRAGMENT("modules.fragment", "its bundle {bundle} would become a part of another one"),
    SIGNATURE("modules.signature", "its signature does not fit its content"),
    UNRESOLVED("modules.unresolved", "{bundle} needs {requirement}, which nothing here provides"),
    EXPORTS_BASE("modules.exports-base", "it exports {package}, which belongs to the base"),
    EXPORTS_OTHER("modules.exports-other", "it exports {package}, which belongs to the module {module}"),
    NAME_TAKEN("modules.name-taken", "its bundle {bundle} has the name of one of {owner}"),
    BASE_AFFECTED("modules.base-affected", "{bundles} of the base would be restarted"),
    NEEDED_BY("modules.needed-by", "{modules} could not run any more: {requirement} would be missing"),
    ALREADY_THERE("modules.already-there", "version {version} is installed already; update it instead"),
    NOT_THERE("modules.not-there", "it is not installed"),
    SAME("modules.same", "exactly this version {version} is installed already"),
    NOTHING_NEWER("modules.nothing-newer", "there is no newer version of it"),
    NO_ARTEFACT("modules.no-artefact", "there is no archive of it; upload one"),
    NO_PREVIOUS("modules.no-previous", "there is no former version to go back to"),
    OTHER_MODULE("modules.other-module", "this is an archive of the module {module}"),
    START_THREW("modules.start-threw", "it failed while it started: {message}"),
    START_HANGS("modules.start-hangs", "it did not start within {seconds} s"),
    START_ENDS_PROCESS("modules.start-ends-process", "the product ended {tries} times while it started"),
    STOP_HANGS("modules.stop-hangs", "it did not stop within {seconds} s"),
    NOT_SATISFIED("modules.not-satisfied", "its component {component} waits for {reference}"),
    TABLES("modules.tables", "its tables are not ready: {message}"),
    ENDPOINT("modules.endpoint-closed", "{endpoint} did not open"),
    WAITS("modules.waits-for", "it waits for {modules}"),
    INSTALL_FAILED("modules.install-failed", "it could not be installed: {message}"),
    INTERRUPTED(
            "modules.interrupted", "the product ended during the step {step}; what was installed before serves again"),
    STOPPED("modules.stopped", "the product stopped before it was done");

    private final String code;
    private final String words;

    ModuleReason(String code, String words) {
        this.code = code;
        this.words = words;
    }

    public String code() {
        return code;
    }

    public Reason with(Map<String, Object> arguments) {
        return new Reason(code, words, arguments);
    }

    /** The reason of a stored code; one that a later version knows keeps its code alone. */
    public static Reason stored(String code, Map<String, Object> arguments) {
        Optional<ModuleReason> known =
                Stream.of(values()).filter(reason -> reason.code.equals(code)).findFirst();
        return known.map(reason -> reason.with(arguments)).orElseGet(() -> new Reason(code, code, arguments));
    }
}
