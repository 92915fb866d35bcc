package io.kontor.access.internal.gate;

import io.kontor.access.RequiresPermission;
import io.kontor.access.internal.AccessModule;
import io.kontor.rest.RestResource;
import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every operation that the product answers at this moment, and who may call it. */
@RestResource
@Component(service = OperationResource.class)
@Path("/operations")
@Produces(MediaType.APPLICATION_JSON)
public final class OperationResource {

    private final Operations operations;

    @Activate
    public OperationResource(@Reference Operations operations) {
        this.operations = operations;
    }

    @GET
    @RequiresPermission(AccessModule.OPERATIONS)
    public List<DeclaredOperation> list() {
        return operations.all();
    }
}
