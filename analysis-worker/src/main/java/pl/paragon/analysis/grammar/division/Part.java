package pl.paragon.analysis.grammar.division;

import java.util.Optional;
import pl.paragon.analysis.rows.Printout;
import pl.paragon.contracts.text.RecognizedText;

/**
 * What is read as one receipt.
 *
 * @param text its lines, on the pages on which they stand
 * @param printout its rows as they stand
 * @param doubt why it may be more than one; a receipt with such a doubt is never proved
 */
public record Part(RecognizedText text, Printout printout, Optional<Doubt> doubt) {

    /** The same, with that doubt if it has no other. */
    Part besideUnreadPrint() {
        return new Part(text, printout, doubt.or(() -> Optional.of(Doubt.TURNED_PRINT)));
    }
}
