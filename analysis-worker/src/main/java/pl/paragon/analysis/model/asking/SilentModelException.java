package pl.paragon.analysis.model.asking;

/** A question was not answered. */
final class SilentModelException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Silence silence;

    SilentModelException(Silence silence, String why, Throwable cause) {
        super(why, cause);
        this.silence = silence;
    }

    Silence silence() {
        return silence;
    }
}
