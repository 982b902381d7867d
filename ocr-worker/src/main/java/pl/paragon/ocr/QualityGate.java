package pl.paragon.ocr;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.ocr.file.Amounts;
import pl.paragon.worker.stage.StageException;

/**
 * Whether what was read is enough to go on with. Darkness and size alone never stop a receipt that was read; they are
 * the reasons given if it was not.
 */
final class QualityGate {

    /** Assumed if nobody measured it, as of a text layer. */
    private static final int BRIGHT = 255;

    private final OcrConfig.Quality limits;

    QualityGate(OcrConfig.Quality limits) {
        this.limits = limits;
    }

    /**
     * @param fault what in the file could not be read: without an amount in the rest, it is to blame, not the picture
     * @throws StageException the fault; {@link ErrorCode#TEXT_TOO_SHORT} or {@link ErrorCode#ILLEGIBLE}; if the picture
     *     shows why, {@link ErrorCode#IMAGE_TOO_DARK} or {@link ErrorCode#IMAGE_TOO_SMALL}
     */
    void check(RecognizedText text, Optional<ErrorCode> fault) {
        if (fault.isPresent() && Amounts.lines(text.pages()) == 0) {
            throw new StageException(fault.get());
        }
        long characters = text.pages().stream()
                .flatMap(page -> page.lines().stream())
                .flatMapToInt(line -> line.text().chars())
                .filter(c -> !Character.isWhitespace(c))
                .count();
        if (characters < limits.fewestCharacters()) {
            throw refused(text, ErrorCode.TEXT_TOO_SHORT, "characters", String.valueOf(characters));
        }
        OptionalDouble confidence = text.confidence();
        if (confidence.isPresent() && confidence.getAsDouble() < limits.lowestConfidence()) {
            throw refused(
                    text,
                    ErrorCode.ILLEGIBLE,
                    "confidence",
                    String.valueOf(Math.round(confidence.getAsDouble() * 100) / 100.0));
        }
    }

    private StageException refused(RecognizedText text, ErrorCode otherwise, String measure, String value) {
        List<Page> pictures = text.pages().stream()
                .filter(page -> page.origin() == Page.Origin.PICTURE)
                .toList();
        int brightness = pictures.stream()
                .map(Page::brightness)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .min()
                .orElse(BRIGHT);
        int side = pictures.stream()
                .mapToInt(page -> Math.min(page.width(), page.height()))
                .min()
                .orElse(Integer.MAX_VALUE);
        ErrorCode reason = otherwise;
        if (brightness < limits.darkest()) {
            reason = ErrorCode.IMAGE_TOO_DARK;
        } else if (side < limits.smallestSide()) {
            reason = ErrorCode.IMAGE_TOO_SMALL;
        }
        return new StageException(
                reason,
                Map.of(measure, value, "brightness", String.valueOf(brightness), "shorter_side", String.valueOf(side)));
    }
}
