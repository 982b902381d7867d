package pl.paragon.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import pl.paragon.benchmarks.stack.Reading;
import pl.paragon.benchmarks.truth.Truth;
import pl.paragon.contracts.json.Json;

class JudgeTest {

    private static final Truth TRUTH = Json.read("""
            {"kind": {"layout": "dino", "condition": "folded"}, "nip": "1234563218", "date": "2026-03-14", "total_amount": 12.50, "amount_due": 13.00,
             "items": [
               {"original_name": "Bułka z makiem", "quantity": 2, "unit_price": 1.50, "total_price": 3.00, "net_price": 3.00},
               {"original_name": "Ser żółty", "quantity": 1, "unit_price": 10.50, "total_price": 10.50, "discount": 1.00},
               {"original_name": "Masło", "total_price": 7.99, "voided": true}]}
            """.getBytes(StandardCharsets.UTF_8), Truth.class);

    @Test
    void shouldFindAPerfectReadingPerfect() {
        // when
        Score score = score(analysis("proved", "12.50", "3.00", "9.50"));

        // then
        assertThat(score.perfect()).isTrue();
        assertThat(score.falseProof()).isFalse();
        assertThat(score.names()).isEqualTo(new Score.Part(2, 2));
        assertThat(score.quantities()).isEqualTo(new Score.Part(1, 2));
        assertThat(score.said()).isEmpty();
    }

    @Test
    void shouldCallAWrongProofFalse() {
        // when
        Score score = score(analysis("proved", "12.50", "3.00", "9.00"));

        // then
        assertThat(score.falseProof()).isTrue();
        assertThat(score.perfect()).isFalse();
        assertThat(score.said()).anyMatch(said -> said.contains("expected 9.50 \"Ser żółty\" (not seen)"));
        assertThat(score.said()).anyMatch(said -> said.contains("unexpected 9.00"));
    }

    @Test
    void shouldTellAnInventedTotalFromOneThatIsNotGiven() {
        assertThat(score(analysis("in_doubt", "99.00", "3.00", "9.50")).invented())
                .isTrue();
        assertThat(score(analysis("in_doubt", "null", "3.00", "9.50")).invented())
                .isFalse();
        assertThat(score(analysis("in_doubt", "null", "3.00", "9.50")).total()).contains(false);
    }

    @Test
    void shouldCompareNamesByLetters() {
        assertThat(Judge.letters("Ser, ŻÓŁTY 2,5%")).isEqualTo("serżółty25");
        assertThat(Judge.letters("Ser zolty")).isNotEqualTo(Judge.letters("Ser żółty"));
    }

    @Test
    void shouldCountAFailureAsAllWrong() {
        // when
        Score score = Judge.score(
                new Case(Path.of("a.jpg"), TRUTH), new Reading(Json.mapper().createObjectNode(), "", "za ciemne"));

        // then
        assertThat(score.failed()).isTrue();
        assertThat(score.total()).contains(false);
        assertThat(score.invented()).isFalse();
        assertThat(score.lines().orElseThrow().right()).isZero();
        assertThat(score.said()).first().isEqualTo("failed: za ciemne");
    }

    private static Score score(JsonNode analysis) {
        return Judge.score(new Case(Path.of("a.jpg"), TRUTH), new Reading(analysis, "Bułka 3,00", null));
    }

    private static JsonNode analysis(String verdict, String total, String first, String second) {
        String json = """
                {"nip": "1234563218", "date": "2026-03-14", "total_amount": %s, "amount_due": 13.00, "verification": {"verdict": "%s"},
                 "items": [
                   {"name": "Bułka z makiem", "original_name": "BUŁKA Z MAKIEM", "net_price": %s, "quantity": 2, "unit_price": 1.50, "voided": false},
                   {"name": "Ser żółty", "original_name": "Serżółty", "net_price": %s, "quantity": 1, "unit_price": 10.00, "voided": false},
                   {"name": "Masło", "original_name": "Masło", "net_price": 7.99, "voided": true}]}
                """.formatted(total, verdict, first, second);
        return Json.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }
}
