package pl.paragon.api.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** {@code GET /asyncapi.yaml}: the description of the topics, for whoever reads them beside Paragon's own services. */
@Path("/asyncapi.yaml")
public class AsyncApiResource {

    private static final String DOCUMENT = Documents.read("/META-INF/asyncapi.yaml");

    @GET
    @PermitAll
    @NonBlocking
    @Produces("application/yaml")
    public String describe() {
        return DOCUMENT;
    }
}
