package pl.paragon.api.upload;

import java.io.IOException;

/** A body is not the multipart form that it says it is. */
final class MalformedMultipartException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedMultipartException(String message) {
        super(message);
    }
}
