package pl.paragon.analysis.engine;

/** The text holds more of something than any receipt does. Analysing it would cost more than it can be worth. */
public final class TextTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TextTooLongException(String what, long most) {
        super("more than " + most + " " + what);
    }
}
