package pl.paragon.api.upload;

import java.io.IOException;

/** A client went away, or fell silent, before its body was there. */
final class BrokenOffException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenOffException(IOException cause) {
        super("The body broke off: " + cause.getMessage(), cause);
    }
}
