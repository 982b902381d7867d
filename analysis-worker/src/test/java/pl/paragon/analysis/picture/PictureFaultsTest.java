package pl.paragon.analysis.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.ReceiptFixtures;
import pl.paragon.analysis.grammar.GrammarEngine;
import pl.paragon.contracts.receipt.ReceiptAnalysis;
import pl.paragon.contracts.receipt.Verification.Verdict;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Page.Origin;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;

class PictureFaultsTest {

    private static final int GOOD_LIGHT = 200;

    private final GrammarEngine engine =
            new GrammarEngine(Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));

    @Test
    void shouldAdviseNothingAboutAReceiptThatCloses() {
        // given a picture that is dark, and filled by its receipt to the edges
        RecognizedText text = of(ReceiptFixtures.fiscal(), 10, 1, 1);
        ReceiptAnalysis receipt = engine.analyze(text).receipt();

        // then
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.PROVED);
        assertThat(PictureFaults.advise(text, receipt)).isEqualTo(receipt);
    }

    @Test
    void shouldFindNoFaultWithAGoodPictureOfAReceiptThatDoesNotClose() {
        // given
        RecognizedText text =
                of(PrintedText.of("Sklep", "MASLO|5,00", "CHLEB|3,00", "SUMA PLN|9,00"), GOOD_LIGHT, 1, 1);
        ReceiptAnalysis receipt = engine.analyze(text).receipt();

        // then
        assertThat(receipt.verification().verdict()).isEqualTo(Verdict.IN_DOUBT);
        assertThat(PictureFaults.advise(text, receipt)).isEqualTo(receipt);
    }

    @Test
    void shouldSayWhereAReceiptIsCutOff() {
        assertThat(faults(Cropped.toHeight(ReceiptFixtures.fiscal(), 480)))
                .containsExactly(PictureFault.CUT_OFF_AT_BOTTOM);
        assertThat(faults(Cropped.toWidth(ReceiptFixtures.fiscal(), 400))).contains(PictureFault.CUT_OFF_AT_RIGHT);
        assertThat(faults(Cropped.fromLeft(ReceiptFixtures.fiscal(), 60))).contains(PictureFault.CUT_OFF_AT_LEFT);
        assertThat(faults(Cropped.fromTop(ReceiptFixtures.fiscal(), 230))).containsExactly(PictureFault.CUT_OFF_AT_TOP);
    }

    @Test
    void shouldNotCallAReceiptCutOffThatOnlyFillsItsPicture() {
        // given
        int wholeHeight = ReceiptFixtures.fiscal().pages().getFirst().height() - 70;

        // then
        assertThat(faults(Cropped.toHeight(ReceiptFixtures.fiscal(), wholeHeight)))
                .isEmpty();
        assertThat(faults(Cropped.fromTop(ReceiptFixtures.fiscal(), 60))).isEmpty();
    }

    @Test
    void shouldBlameTheDark() {
        assertThat(faults(of(ReceiptFixtures.fiscal(), 50, 1, 1))).containsExactly(PictureFault.TOO_DARK);
    }

    @Test
    void shouldBlameSmallPrint() {
        assertThat(faults(of(ReceiptFixtures.fiscal(), GOOD_LIGHT, 0.4, 1)))
                .containsExactly(PictureFault.PRINT_TOO_SMALL);
    }

    @Test
    void shouldBlameWhatTheReadersDoNotBelieve() {
        assertThat(faults(of(ReceiptFixtures.fiscal(), GOOD_LIGHT, 1, 0.8))).containsExactly(PictureFault.ILLEGIBLE);
    }

    @Test
    void shouldFindNoFaultsWithATextLayerOrAnEmptyPage() {
        // given
        Page print = ReceiptFixtures.fiscal().pages().getFirst();
        Page layer = new Page(1, print.width(), 100, Origin.TEXT_LAYER, print.lines());
        Page empty = new Page(1, 100, 100, Origin.PICTURE, GOOD_LIGHT, List.of());

        // then
        assertThat(faults(new RecognizedText("text-layer", List.of(layer)))).isEmpty();
        assertThat(faults(new RecognizedText("two-readers", List.of(empty)))).isEmpty();
    }

    private Set<PictureFault> faults(RecognizedText text) {
        return PictureFaults.of(text, engine.analyze(text).receipt());
    }

    /** The same text in a picture of this brightness, drawn at this scale, read with this share of its confidence. */
    private static RecognizedText of(RecognizedText text, int brightness, double scale, double belief) {
        Page page = text.pages().getFirst();
        List<TextLine> lines = page.lines().stream()
                .map(line -> new TextLine(
                        scaled(line.quad(), scale),
                        line.text(),
                        line.confidence() * belief,
                        line.words(),
                        line.symbols(),
                        line.witnesses()))
                .toList();
        Page changed = new Page(
                1, (int) (page.width() * scale), (int) (page.height() * scale), Origin.PICTURE, brightness, lines);
        return new RecognizedText(text.engine(), List.of(changed));
    }

    private static Quad scaled(Quad quad, double scale) {
        float[] corners = quad.toArray();
        for (int i = 0; i < corners.length; i++) {
            corners[i] *= (float) scale;
        }
        return Quad.of(corners);
    }
}
