package pl.paragon.api.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** {@code GET /asyncapi.yaml}: the description of the topics, for whoever reads them beside Paragon's own services. */
@Path("/asyncapi.yaml")
public class AsyncApiResource {

    private final String document;

    AsyncApiResource() throws IOException {
        try (InputStream in = AsyncApiResource.class.getResourceAsStream("/META-INF/asyncapi.yaml")) {
            document = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @GET
    @PermitAll
    @NonBlocking
    @Produces("application/yaml")
    public String describe() {
        return document;
    }
}
