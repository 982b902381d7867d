package pl.paragon.analysis.stage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import pl.paragon.analysis.engine.AnalysisEngine.Analyzed;
import pl.paragon.analysis.lexicon.Lexer;
import pl.paragon.analysis.lexicon.Token.Kind;
import pl.paragon.analysis.picture.PictureFaults;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.worker.stage.StageException;

/**
 * Decides whether a text is a receipt at all. One that cannot be proved passes, in doubt; one without any trait of a
 * receipt does not.
 */
final class ReceiptGate {

    private static final List<String> KEYWORDS =
            List.of("PLN", "SUMA", "PARAGON", "RACHUNEK", "SKLEP", "TOTAL", "SUBTOTAL");

    private final int fewestCharacters;

    ReceiptGate(int fewestCharacters) {
        this.fewestCharacters = fewestCharacters;
    }

    /**
     * @throws StageException {@link ErrorCode#TEXT_TOO_SHORT} for next to no text,
     *     {@link ErrorCode#RECEIPT_CUT_OFF} or {@link ErrorCode#ILLEGIBLE} for words of a receipt without any amount,
     *     {@link ErrorCode#NOT_A_RECEIPT} for a text without both
     */
    void check(RecognizedText text, Analyzed analyzed) {
        ReceiptAnalysis receipt = analyzed.receipt();
        long characters =
                analyzed.text().chars().filter(c -> !Character.isWhitespace(c)).count();
        if (characters < fewestCharacters) {
            throw new StageException(ErrorCode.TEXT_TOO_SHORT, Map.of("characters", String.valueOf(characters)));
        }
        boolean keywords = hasReceiptKeywords(analyzed.text());
        if (!hasAmount(analyzed.text())) {
            throw new StageException(withoutAmounts(keywords, PictureFaults.isCutOff(text, receipt)));
        }
        boolean anything = keywords
                || receipt.totalAmount() != null
                || receipt.nip() != null
                || !receipt.items().isEmpty();
        if (!anything) {
            throw new StageException(ErrorCode.NOT_A_RECEIPT);
        }
    }

    private static ErrorCode withoutAmounts(boolean keywords, boolean cutOff) {
        if (!keywords) {
            return ErrorCode.NOT_A_RECEIPT;
        }
        return cutOff ? ErrorCode.RECEIPT_CUT_OFF : ErrorCode.ILLEGIBLE;
    }

    /** Whether the text contains a word typical of receipts: {@code has_receipt_keywords} in the result's metadata. */
    static boolean hasReceiptKeywords(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return KEYWORDS.stream().anyMatch(upper::contains);
    }

    private static boolean hasAmount(String text) {
        return text.lines().anyMatch(line -> Lexer.tokens(line).stream().anyMatch(t -> t.is(Kind.AMOUNT)));
    }
}
