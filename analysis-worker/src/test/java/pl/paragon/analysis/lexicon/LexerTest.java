package pl.paragon.analysis.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2×13,4926,98A | INTEGER:2 TIMES:x AMOUNT:13.49 AMOUNT:26.98/A",
                "0,381kg x 33.90 12.92 | DECIMAL:0.381 WORD:kg TIMES:x AMOUNT:33.90 AMOUNT:12.92",
                "1szt.x6,99 6,99C | INTEGER:1 WORD:szt. TIMES:x AMOUNT:6.99 AMOUNT:6.99/C",
                "1*1,99= 1,99 A | INTEGER:1 TIMES:x AMOUNT:1.99 EQUALS:= AMOUNT:1.99 WORD:A",
                "1 x9,99 9,990 | INTEGER:1 TIMES:x AMOUNT:9.99 DECIMAL:9.990",
                "-2,80C | AMOUNT:-2.80/C",
                "RM12,65 s | WORD:RM AMOUNT:12.65 WORD:s",
                "1,234.56 | AMOUNT:1234.56",
                "6. 00 | AMOUNT:6.00",
                "O,182 x 3,99 | DECIMAL:0.182 TIMES:x AMOUNT:3.99",
                "NIP 779-10-11-327 | WORD:NIP WORD:779-10-11-327",
                "2016-10-22 21:58 | WORD:2016-10-22 CLOCK:21:58",
                "SOK 500ML | WORD:SOK INTEGER:500 WORD:ML",
                "PTU A 23,00 % | WORD:PTU WORD:A AMOUNT:23.00 PERCENT:%",
                "08.04.20 | WORD:08.04.20",
                "SUMA 3 038,14 | WORD:SUMA AMOUNT:3038.14",
                "1 x2 999,00 2 999,00A | INTEGER:1 TIMES:x AMOUNT:2999.00 AMOUNT:2999.00/A",
                "2 szt x 1 499,50 = 2 999,00 | INTEGER:2 WORD:szt TIMES:x AMOUNT:1499.50 EQUALS:= AMOUNT:2999.00",
                "PTU A 23% 1 568,11 | WORD:PTU WORD:A INTEGER:23 PERCENT:% AMOUNT:1568.11",
                "499,50 x2 999,00 | AMOUNT:499.50 TIMES:x INTEGER:2 AMOUNT:999.00",
                "KABEL 2 100,00 | WORD:KABEL INTEGER:2 AMOUNT:100.00",
                "1 x 100,00 2 100,00 | INTEGER:1 TIMES:x AMOUNT:100.00 INTEGER:2 AMOUNT:100.00"
            })
    void shouldCutRowsIntoWordsAndNumbers(String row, String tokens) {
        assertThat(Lexer.tokens(row).stream().map(LexerTest::shown).collect(Collectors.joining(" ")))
                .isEqualTo(tokens);
    }

    private static String shown(Token token) {
        String text = (token.negative() ? "-" : "") + token.text();
        return token.kind() + ":" + text + (token.letter() == 0 ? "" : "/" + token.letter());
    }
}
