package pl.paragon.api.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import pl.paragon.contracts.json.Json;

/**
 * {@code GET /q/openapi}: the description of the API, as it is written (YAML), or as JSON with {@code ?format=json} or
 * for who accepts that.
 */
@Path("/q")
public class OpenApiResource {

    private static final String YAML = "application/yaml;charset=UTF-8";
    private static final String JSON = MediaType.APPLICATION_JSON + ";charset=UTF-8";
    private static final String DOCUMENT = Documents.read("/META-INF/openapi.yaml");

    /** Made for the first who asks, not at each start: it took a third of what the main thread did then. */
    private static final class AsJson {
        private static final String DOCUMENT = asJson();
    }

    @GET
    @PermitAll
    @Path("/openapi")
    @Produces({YAML, JSON})
    public Response describe(@QueryParam("format") String format, @HeaderParam(HttpHeaders.ACCEPT) String accept) {
        boolean json = format == null
                ? accept != null && accept.contains(MediaType.APPLICATION_JSON)
                : format.equalsIgnoreCase("json");
        return json
                ? Response.ok(AsJson.DOCUMENT, JSON).build()
                : Response.ok(DOCUMENT, YAML).build();
    }

    @GET
    @PermitAll
    @Path("/openapi.json")
    @Produces(JSON)
    public String describeAsJson() {
        return AsJson.DOCUMENT;
    }

    @GET
    @PermitAll
    @Path("/openapi.{yaml: ya?ml}")
    @Produces(YAML)
    public String describeAsYaml() {
        return DOCUMENT;
    }

    /** The page on which people try the API is in a folder of its own. */
    @GET
    @PermitAll
    @Path("/swagger-ui")
    public Response show() {
        return Response.status(Response.Status.FOUND)
                .header(HttpHeaders.LOCATION, "/q/swagger-ui/")
                .build();
    }

    private static String asJson() {
        try {
            return Json.mapper().writeValueAsString(new YAMLMapper().readTree(DOCUMENT));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the description of the API cannot be read", e);
        }
    }
}
