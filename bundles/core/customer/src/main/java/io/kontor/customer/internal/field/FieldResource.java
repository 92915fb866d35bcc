package io.kontor.customer.internal.field;

import io.kontor.access.RequiresPermission;
import io.kontor.customer.internal.CustomerModule;
import io.kontor.rest.RestResource;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The fields that the workspace declared. */
@RestResource
@Component(service = FieldResource.class)
@Path("/fields")
@Produces(MediaType.APPLICATION_JSON)
public final class FieldResource {

    private final FieldService fields;

    @Activate
    public FieldResource(@Reference FieldService fields) {
        this.fields = fields;
    }

    /** A field as JSON. */
    public record FieldJson(String key, String label, String type, List<String> choices) {

        static FieldJson of(CustomField field) {
            return new FieldJson(field.key(), field.label(), field.type().name(), field.choices());
        }
    }

    /** What is said of a field when it is declared. */
    public record DeclarationJson(String label, CustomField.Type type, List<String> choices) {}

    /** All declared fields. */
    public record FieldsJson(List<FieldJson> items) {}

    @GET
    @RequiresPermission(CustomerModule.READ)
    public FieldsJson list() {
        return new FieldsJson(fields.all().stream().map(FieldJson::of).toList());
    }

    @PUT
    @Path("/{key}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(CustomerModule.CONFIGURE)
    public FieldJson declare(@PathParam("key") String key, DeclarationJson declaration) {
        CustomField field =
                new CustomField(key, declaration.label(), declaration.type(), List.copyOf(declaration.choices()));
        fields.declare(field);
        return FieldJson.of(field);
    }

    @DELETE
    @Path("/{key}")
    @RequiresPermission(CustomerModule.CONFIGURE)
    public void withdraw(@PathParam("key") String key) {
        fields.withdraw(key);
    }
}
