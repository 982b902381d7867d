package pl.paragon.analysis.model.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a model's words as an {@link Answer}, or refuses them whole: they are one JSON object of the known shape and
 * nothing else. No prose around it, no fences, no unknown or doubled property, no number in quotes, no end before the
 * end.
 */
public final class AnswerReader {

    /** Longer than any answer about {@code paragon.analysis.model.most-rows} rows. */
    private static final int MOST_CHARACTERS = 200_000;

    /** As many as the rows of the longest print that a model is asked about: more were invented. */
    private static final int MOST_ENTRIES = 300;

    private static final int MOST_DEPTH = 4;
    private static final int MOST_DIGITS = 16;
    private static final int MOST_LETTERS = 300;

    private static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MOST_CHARACTERS)
                            .maxNestingDepth(MOST_DEPTH)
                            .maxNumberLength(MOST_DIGITS)
                            .maxStringLength(MOST_LETTERS)
                            .build())
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private AnswerReader() {}

    /**
     * @param words or {@code null}
     * @throws UnusableAnswerException if they are anything else than an answer
     */
    public static Answer read(String words) throws UnusableAnswerException {
        if (words == null || words.isBlank()) {
            throw new UnusableAnswerException("it is empty");
        }
        if (words.length() > MOST_CHARACTERS) {
            throw new UnusableAnswerException("it has " + words.length() + " characters");
        }
        Answer answer;
        try {
            answer = STRICT.readValue(words, Answer.class);
        } catch (JsonProcessingException e) {
            throw new UnusableAnswerException(e.getOriginalMessage());
        }
        if (answer == null) {
            throw new UnusableAnswerException("it is null");
        }
        int longest = Stream.of(
                        answer.items(),
                        answer.discounts(),
                        answer.vat(),
                        answer.totals(),
                        answer.deposits(),
                        answer.payments())
                .mapToInt(List::size)
                .max()
                .orElse(0);
        if (longest > MOST_ENTRIES) {
            throw new UnusableAnswerException("it has a list of " + longest);
        }
        return answer;
    }
}
