package pl.paragon.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import java.awt.Color;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.paragon.running.RunningParagon;
import pl.paragon.testsupport.DrawnReceipts;

/**
 * What is crisply printed stands, however the rest contradicts it: pictures with one wrong figure in each place, seen
 * by the real readers. All ways in which a figure can be wrong are tried on texts, in the analysis worker.
 */
@ExtendWith(SharedParagon.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContradictionsE2E {

    private static final List<String> RIGHT = List.of(
            "SKLEP SPOŻYWCZY ŻÓŁW",
            "NIP 123-456-32-18",
            "2026-03-14        nr wydr. 004711",
            "PARAGON FISKALNY",
            "Chleb razowy     3 x3,49    10,47C",
            "Jogurt malinowy  2 x4,20     8,40C",
            "OPUST                       -1,44C",
            "Płyn do naczyń   4 x12,60   50,40A",
            "Sprzedaż opodatkowana A      50,40",
            "PTU A 23%                     9,42",
            "Sprzedaż opodatkowana C      17,43",
            "PTU C 5%                      0,83",
            "SUMA PTU                     10,25",
            "SUMA PLN                     67,83",
            "OPAKOWANIA ZWROTNE WYDANIA",
            "Butelka kaucja   6 x0,50      3,00",
            "DO ZAPŁATY                   70,83",
            "ROZLICZENIE PŁATNOŚCI",
            "KARTA                        70,83");

    /** A place, the print of its row from there on, and a wrong print. */
    enum Wrong {
        QUANTITY("3 x3,49    10,47C", "2 x3,49    10,47C"),
        PRICE("12,60   50,40A", "12,80   50,40A"),
        LINE("10,47C", "10,77C"),
        DISCOUNT("-1,44C", "-1,14C"),
        SALES("17,43", "17,93"),
        TAX("9,42", "9,12"),
        SUM_OF_TAX("10,25", "10,55"),
        TOTAL("67,83", "66,83"),
        DEPOSIT("3,00", "3,50"),
        DUE("DO ZAPŁATY                   70,83", "DO ZAPŁATY                   71,83"),
        PAYMENT("KARTA                        70,83", "KARTA                        70,33");

        private final String right;
        private final String wrong;

        Wrong(String right, String wrong) {
            this.right = right;
            this.wrong = wrong;
        }

        List<String> lines() {
            return RIGHT.stream()
                    .map(line -> line.endsWith(right) ? line.replace(right, wrong) : line)
                    .toList();
        }
    }

    private final ReceiptApi api;
    private final Map<Wrong, String> jobs = new EnumMap<>(Wrong.class);
    private String right;

    ContradictionsE2E(RunningParagon paragon) {
        this.api = new ReceiptApi(paragon.client());
    }

    /** All at once: they are read while the first are looked at. */
    @BeforeAll
    void uploadAll(@TempDir Path folder) {
        right = upload(RIGHT, folder.resolve("right.png"));
        for (Wrong wrong : Wrong.values()) {
            jobs.put(wrong, upload(wrong.lines(), folder.resolve(wrong + ".png")));
        }
    }

    @Test
    void shouldProveTheReceiptWithoutTheContradictions() {
        JsonNode verification = analysis(right).path("verification");
        assertThat(verification.path("verdict").asText())
                .as(verification.toPrettyString())
                .isEqualTo("proved");
    }

    @ParameterizedTest
    @EnumSource
    void shouldDoubtWhatClearlyContradictsItselfAndNameTheDifference(Wrong wrong) {
        // when
        JsonNode analysis = analysis(jobs.get(wrong));

        // then
        assertThat(wrong.lines()).isNotEqualTo(RIGHT);
        JsonNode verification = analysis.path("verification");
        assertThat(verification.path("verdict").asText())
                .as(verification.toPrettyString())
                .isEqualTo("in_doubt");
        assertThat(verification.path("checks"))
                .as(verification.toPrettyString())
                .anySatisfy(check -> assertThat(check.path("holds")).isEqualTo(BooleanNode.FALSE));
    }

    private String upload(List<String> lines, Path file) {
        return api.process(DrawnReceipts.write(DrawnReceipts.picture(lines, Color.BLACK, Color.WHITE), file));
    }

    private JsonNode analysis(String job) {
        JsonNode end = api.awaitEnd(job);
        assertThat(end.path("status").asText()).as(end.toPrettyString()).isEqualTo("SUCCESS");
        return end.at("/result/analysis");
    }
}
