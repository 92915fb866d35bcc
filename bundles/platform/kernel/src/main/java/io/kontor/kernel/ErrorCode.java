package io.kontor.kernel;

/** A stable name for one way in which a request can fail; each module lists its own in an enum. */
public interface ErrorCode {

    /** The name that clients and translations rely on, {@code <module>.<what>}; it never changes. */
    String code();

    /** The family, which decides the HTTP status. */
    ErrorKind kind();

    /** What is wrong and what to do, in English; {@code {name}} stands for the argument of that name. */
    String message();
}
