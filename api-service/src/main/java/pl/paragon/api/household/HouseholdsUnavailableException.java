package pl.paragon.api.household;

/** Nobody can be asked about households now; what was asked for may have been done. */
public final class HouseholdsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HouseholdsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
