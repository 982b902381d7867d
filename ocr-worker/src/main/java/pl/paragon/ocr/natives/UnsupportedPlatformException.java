package pl.paragon.ocr.natives;

/** Native code is unavailable on this machine; the message says what to do. */
public final class UnsupportedPlatformException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnsupportedPlatformException(String message, Throwable cause) {
        super(message, cause);
    }
}
