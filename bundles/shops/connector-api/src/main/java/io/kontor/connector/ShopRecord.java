package io.kontor.connector;

import java.util.function.Function;

/** One document of the shop: read, or set aside. */
public sealed interface ShopRecord<T> {

    /** It could be read. */
    record Read<T>(T value) implements ShopRecord<T> {
        @Override
        public <R> R fold(Function<T, R> read, Function<RejectedDocument, R> rejected) {
            return read.apply(value);
        }
    }

    /** It could not. */
    record Rejected<T>(RejectedDocument document) implements ShopRecord<T> {
        @Override
        public <R> R fold(Function<T, R> read, Function<RejectedDocument, R> rejected) {
            return rejected.apply(document);
        }
    }

    /** Treats both cases. */
    <R> R fold(Function<T, R> read, Function<RejectedDocument, R> rejected);
}
