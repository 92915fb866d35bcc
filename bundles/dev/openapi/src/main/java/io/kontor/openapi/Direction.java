package io.kontor.openapi;

/** Which way a value goes; what may be left out of it depends on that. */
enum Direction {
    SENT,
    RECEIVED
}
