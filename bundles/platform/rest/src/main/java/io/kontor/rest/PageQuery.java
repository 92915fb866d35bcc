package io.kontor.rest;

import io.kontor.kernel.Cursor;
import io.kontor.kernel.PageRequest;
import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The query parameters {@code cursor} and {@code limit} of every list; used as {@code @BeanParam}. */
public final class PageQuery {

    @QueryParam("cursor")
    private @Nullable String cursor;

    @QueryParam("limit")
    @DefaultValue("50")
    private int limit;

    public PageRequest request() {
        return new PageRequest(Optional.ofNullable(cursor).map(Cursor::decode), limit);
    }
}
