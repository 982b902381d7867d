package pl.paragon.api.upload;

import java.io.IOException;

/** A file goes on after the last byte that it may have. */
final class FileTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long atLeast;

    FileTooLargeException(long atLeast) {
        super("The file has at least " + atLeast + " bytes");
        this.atLeast = atLeast;
    }

    /** How many bytes it has at least: all of them where the request's length tells. */
    long atLeast() {
        return atLeast;
    }
}
