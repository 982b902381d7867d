package pl.paragon.analysis.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.RecognizedText;

class SeamsTest {

    private static final String[] ROWS = {
        "SKLEP", "CHLEB|3,49", "MASLO|7,99", "SER BIALY|12,50", "KEFIR|2,99", "KEFIR|2,99", "SUMA PLN|29,96"
    };

    private final RowAssembler assembler = new RowAssembler(Checkpoint.NONE);

    @Test
    void shouldPrintTheRowsThatTwoPartsShareOnce() {
        // given
        RecognizedText text = parts(Arrays.copyOfRange(ROWS, 0, 5), Arrays.copyOfRange(ROWS, 2, 7));

        // then
        assertThat(closed(text)).hasValueSatisfying(p -> assertThat(p).isEqualTo(whole()));
    }

    @Test
    void shouldLookPastRowsThatAreCutThroughAtTheEdges() {
        // given
        RecognizedText text = parts(
                new String[] {"SKLEP", "CHLEB|3,49", "MASLO|7,99", "SER BIALY|12,50", "KEFIR|2,99", "vr,rn"},
                new String[] {"xll?||", "MASLO|7,99", "SER BlALY|12,50", "KEFIR|2,99", "KEFIR|2,99", "SUMA PLN|29,96"});

        // then
        assertThat(closed(text)).hasValueSatisfying(p -> assertThat(p).isEqualTo(whole()));
    }

    @Test
    void shouldCloseTheSeamsOfSeveralParts() {
        // given
        RecognizedText text =
                parts(Arrays.copyOfRange(ROWS, 0, 4), Arrays.copyOfRange(ROWS, 1, 6), Arrays.copyOfRange(ROWS, 3, 7));

        // then
        assertThat(closed(text)).hasValueSatisfying(p -> assertThat(p).isEqualTo(whole()));
    }

    @Test
    void shouldKeepGoodsThatOnlyHappenToBeRepeated() {
        // given
        RecognizedText text = parts(
                new String[] {"SKLEP", "CHLEB|3,49", "KEFIR|2,99", "MASLO|7,99"},
                new String[] {"KEFIR|2,99", "MASLO|7,99", "SER BIALY|12,50", "SUMA PLN|37,95"});

        // then
        assertThat(closed(text)).isEmpty();
    }

    @Test
    void shouldKeepAllRowsOfADocument() {
        // given
        RecognizedText pictures = parts(Arrays.copyOfRange(ROWS, 0, 5), Arrays.copyOfRange(ROWS, 2, 7));
        List<Page> pages = pictures.pages().stream()
                .map(p -> new Page(p.number(), p.width(), p.height(), Page.Origin.TEXT_LAYER, p.lines()))
                .toList();

        // then
        assertThat(closed(new RecognizedText("text-layer", pages))).isEmpty();
    }

    private Optional<String> closed(RecognizedText text) {
        return assembler.withoutSeams(assembler.assemble(text), text).map(Printout::text);
    }

    private String whole() {
        return assembler.assemble(PrintedText.of(ROWS)).text();
    }

    private static RecognizedText parts(String[]... parts) {
        return PrintedText.pages(List.of(parts));
    }
}
