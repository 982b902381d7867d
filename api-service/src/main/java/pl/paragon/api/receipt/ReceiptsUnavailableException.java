package pl.paragon.api.receipt;

/** The saved receipts cannot be asked for now. The message is for the log. */
final class ReceiptsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReceiptsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
