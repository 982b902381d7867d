package pl.paragon.ocr.decoder;

/** A picture could not be decoded. */
public final class DecoderException extends Exception {

    private static final long serialVersionUID = 1L;

    private final DecoderFault fault;

    DecoderException(DecoderFault fault, String message) {
        super(message, null, false, false);
        this.fault = fault;
    }

    public DecoderFault fault() {
        return fault;
    }
}
