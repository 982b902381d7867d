package pl.paragon.analysis.model.asking;

import dev.langchain4j.exception.NonRetriableException;
import pl.paragon.analysis.model.answer.OneLine;

/** A request came to nothing. It has no cause, by which LangChain4j would judge it, and is not to be tried again: neither is LangChain4j's to decide. */
final class UnansweredException extends NonRetriableException {

    private static final long serialVersionUID = 1L;

    private final Silence silence;

    UnansweredException(Silence silence, String why) {
        super(OneLine.of(why));
        this.silence = silence;
    }

    Silence silence() {
        return silence;
    }
}
