package io.kontor.connector.internal;

import io.kontor.access.RequiresPermission;
import io.kontor.rest.RestResource;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The kinds of shops that can be connected. */
@RestResource
@Component(service = KindResource.class)
@Path("/kinds")
@Produces(MediaType.APPLICATION_JSON)
public final class KindResource {

    private final ShopConnectors connectors;
    private final Authorisations authorisations;

    @Activate
    public KindResource(@Reference ShopConnectors connectors, @Reference Authorisations authorisations) {
        this.connectors = connectors;
        this.authorisations = authorisations;
    }

    @GET
    @RequiresPermission(ConnectorModule.READ)
    public List<KindJson> list() {
        return connectors.all().stream()
                .map(connector -> KindJson.of(connector, authorisations.obstacle(connector.kind())))
                .toList();
    }
}
