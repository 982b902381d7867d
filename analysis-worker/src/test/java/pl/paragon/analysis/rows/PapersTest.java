package pl.paragon.analysis.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.ReceiptFixtures;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.RecognizedText;

class PapersTest {

    private static final RecognizedText SLIP = PrintedText.of(
            "POLSKIE PŁATNOŚCI",
            "Terminal|12345678",
            "SPRZEDAŻ",
            "VISA CREDIT",
            "KWOTA|31,89 PLN",
            "PIN ZGODNY",
            "Kod autoryzacji|483921");

    private final RowAssembler assembler = new RowAssembler(Checkpoint.NONE);

    @Test
    void shouldTellACardSlipBesideTheReceiptApart() {
        // given
        RecognizedText both = PrintedText.beside(ReceiptFixtures.fiscal(), SLIP);

        // when
        List<Printout> papers = assembler.papers(both);

        // then
        assertThat(papers)
                .extracting(Printout::text)
                .containsExactly(
                        assembler.assemble(ReceiptFixtures.fiscal()).text(),
                        assembler.assemble(SLIP).text());
    }

    @Test
    void shouldLeaveTheColumnsOfAReceiptTogether() {
        assertThat(assembler.papers(ReceiptFixtures.biedronkaApp())).isEmpty();
        assertThat(assembler.papers(PrintedText.of(
                        "MASLO|A|5,00",
                        "CHLEB|C|3,00",
                        "SER BIALY|C|7,00",
                        "MLEKO|C|3,49",
                        "JAJKA|C|9,99",
                        "KEFIR|C|2,99")))
                .isEmpty();
    }

    @Test
    void shouldNotTakeADocumentApart() {
        // given
        Page both = PrintedText.beside(ReceiptFixtures.fiscal(), SLIP).pages().getFirst();
        Page document = new Page(1, both.width(), both.height(), Page.Origin.TEXT_LAYER, both.lines());

        // then
        assertThat(assembler.papers(new RecognizedText("text-layer", List.of(document))))
                .isEmpty();
    }
}
