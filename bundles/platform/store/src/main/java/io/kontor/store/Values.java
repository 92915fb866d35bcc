package io.kontor.store;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parameters that several statements share: an insert and an update, or two lists with the same filters. Among the
 * parameters of {@link Sql} they stand for their elements, each of which fills a placeholder of its own.
 *
 * @param elements what {@link Sql} takes as parameters, but no further values
 */
public record Values(List<@Nullable Object> elements) {

    public static Values of(@Nullable Object... elements) {
        return new Values(Collections.unmodifiableList(Arrays.asList(elements)));
    }
}
