package io.kontor.customer.internal.search;

/** One thing that somebody may type to find a customer. */
record SearchKey(KeyKind kind, String text) {}
