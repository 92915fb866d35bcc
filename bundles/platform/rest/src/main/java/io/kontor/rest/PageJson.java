package io.kontor.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kontor.kernel.Page;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of a list as JSON.
 *
 * @param items the rows
 * @param next the cursor of the following page; null on the last one
 */
public record PageJson<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> next) {

    public static <S, T> PageJson<T> of(Page<S> page, Function<S, T> json) {
        return new PageJson<>(page.items().stream().map(json).toList(), page.next());
    }
}
