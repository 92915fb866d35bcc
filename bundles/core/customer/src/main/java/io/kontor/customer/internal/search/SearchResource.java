package io.kontor.customer.internal.search;

import io.kontor.access.RequiresPermission;
import io.kontor.customer.SearchHit;
import io.kontor.customer.internal.CustomerModule;
import io.kontor.rest.RestResource;
import java.util.List;
import java.util.UUID;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The quick search over all modules: phones, e-mails, numbers and names in any notation. */
@RestResource(path = "search")
@Component(service = SearchResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class SearchResource {

    /** One letter fits everybody. */
    private static final int SHORTEST = 2;

    private static final int LIMIT = 8;

    private final SearchSources sources;

    @Activate
    public SearchResource(@Reference SearchSources sources) {
        this.sources = sources;
    }

    /** A hit as JSON. */
    public record HitJson(String type, UUID id, String title, String subtitle) {

        static HitJson of(SearchHit hit) {
            return new HitJson(hit.type(), hit.id(), hit.title(), hit.subtitle());
        }
    }

    /** The hits, grouped by type. */
    public record HitsJson(List<HitJson> items) {}

    @GET
    @RequiresPermission(CustomerModule.READ)
    public HitsJson search(@QueryParam("q") @DefaultValue("") String text) {
        String typed = text.strip();
        return new HitsJson(
                typed.length() < SHORTEST
                        ? List.of()
                        : sources.search(typed, LIMIT).stream().map(HitJson::of).toList());
    }
}
