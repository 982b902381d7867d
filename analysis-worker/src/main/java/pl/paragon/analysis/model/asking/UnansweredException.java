package pl.paragon.analysis.model.asking;

import dev.langchain4j.exception.NonRetriableException;
import pl.paragon.analysis.model.answer.OneLine;

/** A request failed. It has no cause and is not retriable, so that LangChain4j neither classifies nor repeats it. */
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
