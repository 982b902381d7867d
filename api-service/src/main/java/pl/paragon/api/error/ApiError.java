package pl.paragon.api.error;

/** Every {@code error_code} of the HTTP contract with its status; {@code docs/api.md} lists them with this help. */
public enum ApiError {
    BAD_REQUEST(400, "The request, its form or a field of it is malformed."),
    FILE_EMPTY(400, "The file has no content."),
    FILE_TYPE_MISMATCH(400, "The file's first bytes are not those of its declared type."),
    NOT_FOUND(404, "There is no such path."),
    JOB_NOT_FOUND(404, "There is no such job, or it belongs to somebody else."),
    METHOD_NOT_ALLOWED(405, "The path has no such method; the header Allow lists those that it has."),
    NOT_ACCEPTABLE(406, "The answer is JSON, which the client does not accept."),
    JOB_RUNNING(409, "The job has not ended: cancel it first."),
    FILE_TOO_LARGE(413, "The file is larger than max_size_mb."),
    BODY_TOO_LARGE(413, "The body is larger than any that is accepted here."),
    UNSUPPORTED_MEDIA_TYPE(415, "The endpoint does not read bodies of this type."),
    UNSUPPORTED_CONTENT_ENCODING(415, "The body is compressed. Receipts are sent as they are."),
    EXPECTATION_FAILED(417, "The only expectation that is met is 100-continue."),
    VALIDATION_ERROR(422, "The form has no file in its field 'file'."),
    INTERNAL_SERVER_ERROR(500, "A bug; details.error_id leads to it in the log."),
    SERVICE_UNAVAILABLE(503, "A server that this depends on is unavailable; Retry-After says when to try again."),
    INSUFFICIENT_STORAGE(507, "There is no room for the file; Retry-After says when to try again.");

    private final int status;
    private final String help;

    ApiError(int status, String help) {
        this.status = status;
        this.help = help;
    }

    public int status() {
        return status;
    }

    public String help() {
        return help;
    }
}
