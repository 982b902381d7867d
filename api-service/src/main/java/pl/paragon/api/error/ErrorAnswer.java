package pl.paragon.api.error;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import pl.paragon.contracts.json.Json;

/** An error in the format and language that the client asked for. */
public final class ErrorAnswer {

    private ErrorAnswer() {}

    /** To be completed with further headers. */
    public static Response.ResponseBuilder of(ErrorBody body, HttpHeaders headers, UriInfo uri) {
        ErrorFormat format = ErrorFormat.askedFor(
                headers.getHeaderString(HttpHeaders.ACCEPT), headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return Response.status(body.statusCode())
                .type(format.mediaType())
                .header(HttpHeaders.CONTENT_LANGUAGE, format.language().tag())
                .header(HttpHeaders.VARY, ErrorFormat.VARIES_BY)
                .entity(Json.writeText(format.body(body, uri.getPath())));
    }
}
