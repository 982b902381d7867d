package pl.paragon.api.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Landing page: points a browser at the API. */
@Path("/")
public class LandingResource {

    /** What is where. */
    public record Landing(
            String name,
            String description,
            String process,
            String status,
            String cancel,
            String health,
            String openapi,
            String swaggerUi,
            String asyncapi) {}

    @GET
    @PermitAll
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    public Landing land() {
        return new Landing(
                "Paragon",
                "Reads shop receipts and proves what it says.",
                "POST /api/v3/receipts/process",
                "GET /api/v3/receipts/status/{job_id}",
                "DELETE /api/v3/receipts/cancel/{job_id}",
                "GET /api/v3/receipts/health",
                "/q/openapi?format=json",
                "/q/swagger-ui",
                "/asyncapi.yaml");
    }
}
