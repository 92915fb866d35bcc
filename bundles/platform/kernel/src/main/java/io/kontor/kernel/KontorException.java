package io.kontor.kernel;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one exception for what a person or a client did or met; everything else that is thrown is a defect. */
public final class KontorException extends RuntimeException {

    private final transient ErrorCode error;
    private final transient Map<String, Object> arguments;

    public KontorException(ErrorCode error) {
        this(error, Map.of());
    }

    /** @param arguments what the message's placeholders stand for; shown to the client, so no secrets */
    public KontorException(ErrorCode error, Map<String, Object> arguments) {
        this(error, arguments, null);
    }

    public KontorException(ErrorCode error, Map<String, Object> arguments, @Nullable Throwable cause) {
        super(fill(error, arguments), cause);
        this.error = error;
        this.arguments = Map.copyOf(arguments);
    }

    public ErrorCode error() {
        return error;
    }

    public Map<String, Object> arguments() {
        return arguments;
    }

    private static String fill(ErrorCode error, Map<String, Object> arguments) {
        String text = error.message();
        for (Map.Entry<String, Object> argument : arguments.entrySet()) {
            text = text.replace("{" + argument.getKey() + "}", String.valueOf(argument.getValue()));
        }
        return text;
    }
}
