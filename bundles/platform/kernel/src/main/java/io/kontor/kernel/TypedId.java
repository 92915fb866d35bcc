package io.kontor.kernel;

import java.util.UUID;

/** An identifier that says by its Java type what it identifies, so that a deal's id is never taken for an order's. */
public interface TypedId {

    /** The identifier as stored: a UUID of version 7 (RFC 9562), whose order is the order of creation. */
    UUID value();
}
