package pl.paragon.api.http;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pl.paragon.api.error.ApiError;

/** What the errors mean: where the {@code type} of a problem (RFC 9457) leads. */
@Path("/problems")
@Produces(MediaType.APPLICATION_JSON)
public class ProblemResource {

    /**
     * @param status of the answers that carry it
     * @param hints what is wrong and what to do, by language
     */
    public record ProblemView(String errorCode, int status, Map<String, String> hints) {

        static ProblemView of(ApiError error) {
            return new ProblemView(
                    error.name(), error.status(), Map.of("en", error.hint(), "pl", error.hintInPolish()));
        }
    }

    @GET
    @PermitAll
    @NonBlocking
    public List<ProblemView> all() {
        return Arrays.stream(ApiError.values()).map(ProblemView::of).toList();
    }

    @GET
    @PermitAll
    @Path("/{error_code}")
    @NonBlocking
    public ProblemView one(@PathParam("error_code") String code) {
        return all().stream()
                .filter(problem -> problem.errorCode().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
