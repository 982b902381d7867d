package pl.paragon.ocr.heif;

/** A file whose picture cannot be found in its container. */
public final class HeifException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Whose fault it is. */
    public enum Fault {
        /** The file contradicts itself or ends too early. */
        BROKEN,
        /** The file may be sound; what it uses is not read here. */
        UNSUPPORTED
    }

    private final Fault fault;

    private HeifException(Fault fault, String message) {
        super(message, null, false, false);
        this.fault = fault;
    }

    static HeifException broken(String message) {
        return new HeifException(Fault.BROKEN, message);
    }

    static HeifException unsupported(String message) {
        return new HeifException(Fault.UNSUPPORTED, message);
    }

    public Fault fault() {
        return fault;
    }
}
