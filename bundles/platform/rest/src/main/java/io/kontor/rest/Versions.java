package io.kontor.rest;

import io.kontor.kernel.ErrorCode;
import io.kontor.kernel.ErrorKind;
import io.kontor.kernel.KontorException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record's version as an entity tag (RFC 9110): {@code ETag: "7"} out, {@code If-Match: "7"} in. */
public final class Versions {

    private enum VersionError implements ErrorCode {
        REQUIRED(
                "request.if-match-required",
                ErrorKind.PRECONDITION_REQUIRED,
                "Say with If-Match which version you changed; the ETag of the record has it"),
        MALFORMED(
                "request.if-match-invalid", ErrorKind.INVALID, "If-Match must be a version such as \"7\", not {value}");

        private final String code;
        private final ErrorKind kind;
        private final String message;

        VersionError(String code, ErrorKind kind, String message) {
            this.code = code;
            this.kind = kind;
            this.message = message;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public ErrorKind kind() {
            return kind;
        }

        @Override
        public String message() {
            return message;
        }
    }

    private Versions() {}

    /** The version as an entity tag. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that the client changed.
     *
     * @throws KontorException 428 if the header is absent, 400 if it is something else
     */
    public static long expected(@Nullable String ifMatch) {
        if (ifMatch == null) {
            throw new KontorException(VersionError.REQUIRED);
        }
        String digits = ifMatch.replaceFirst("^W/", "").replace("\"", "");
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new KontorException(VersionError.MALFORMED, Map.of("value", ifMatch), e);
        }
    }
}
