package pl.paragon.analysis.model.answer;

/** A model's words are not the answer that was asked for. */
public final class UnusableAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableAnswerException(String why) {
        super(OneLine.of(why));
    }
}
