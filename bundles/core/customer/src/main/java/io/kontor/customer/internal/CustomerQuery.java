package io.kontor.customer.internal;

import io.kontor.customer.Lifecycle;
import io.kontor.kernel.KernelError;
import io.kontor.kernel.KontorException;
import io.kontor.kernel.PageRequest;
import io.kontor.kernel.UserId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The query parameters of the list; used as {@code @BeanParam}. */
public final class CustomerQuery {

    @QueryParam("q")
    private @Nullable String text;

    @QueryParam("owner")
    private @Nullable UserId owner;

    @QueryParam("lifecycle")
    private @Nullable String lifecycle;

    @QueryParam("tag")
    private @Nullable String tag;

    @QueryParam("sort")
    private @Nullable String sort;

    ListingQuery on(PageRequest page) {
        return new ListingQuery(
                filled(text),
                Optional.ofNullable(owner),
                filled(lifecycle).map(name -> constant("lifecycle", name, Lifecycle::valueOf)),
                filled(tag),
                filled(sort)
                        .map(name -> constant("sort", name, ListingQuery.Sort::valueOf))
                        .orElse(ListingQuery.Sort.NAME),
                page);
    }

    private static Optional<String> filled(@Nullable String parameter) {
        return Optional.ofNullable(parameter).map(String::strip).filter(typed -> !typed.isEmpty());
    }

    private static <E> E constant(String field, String text, Function<String, E> read) {
        try {
            return read.apply(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new KontorException(KernelError.INVALID, Map.of("field", field, "reason", "there is no " + text), e);
        }
    }
}
