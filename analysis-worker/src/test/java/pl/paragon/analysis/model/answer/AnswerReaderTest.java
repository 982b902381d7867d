package pl.paragon.analysis.model.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pl.paragon.analysis.lexicon.Sum;
import pl.paragon.analysis.model.ModelFixtures;

class AnswerReaderTest {

    @Test
    void shouldReadAnAnswerAsItWasAskedFor() throws UnusableAnswerException {
        // when
        Answer answer = AnswerReader.read(ModelFixtures.right());

        // then
        assertThat(answer.items()).hasSize(2);
        assertThat(answer.items().getFirst().nameRow()).isEqualTo(5);
        assertThat(answer.items().getFirst().quantity()).isNull();
        assertThat(answer.vat().getFirst().taxRow()).isEqualTo(10);
        assertThat(answer.totals().getLast().role()).isEqualTo(Sum.TOTAL);
        assertThat(answer.payments().getFirst().amount()).isEqualByComparingTo(new BigDecimal("16.09"));
    }

    @Test
    void shouldTakeAMissingListForAnEmptyOne() throws UnusableAnswerException {
        assertThat(AnswerReader.read("{\"items\":[],\"totals\":[]}").payments()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whatIsNoAnswer")
    void shouldRefuseWhole(String what, String words) {
        assertThatExceptionOfType(UnusableAnswerException.class).isThrownBy(() -> AnswerReader.read(words));
    }

    static Stream<Arguments> whatIsNoAnswer() {
        String right = ModelFixtures.right();
        return Stream.of(
                Arguments.of("nothing", null),
                Arguments.of("an empty text", "  "),
                Arguments.of("null", "null"),
                Arguments.of("a list", "[" + right + "]"),
                Arguments.of("prose before it", "Here is the receipt: " + right),
                Arguments.of("prose behind it", right + " Anything else?"),
                Arguments.of("a fence around it", "```json\n" + right + "\n```"),
                Arguments.of("two answers", right + right),
                Arguments.of("a truncated one", right.substring(0, right.length() - 40)),
                Arguments.of("an unknown property", "{\"items\":[],\"totals\":[],\"store\":\"x\"}"),
                Arguments.of("an unknown property within", right.replace("\"total\":3.49", "\"total\":3.49,\"sku\":1")),
                Arguments.of("a doubled property", "{\"items\":[],\"items\":[],\"totals\":[]}"),
                Arguments.of("no items", "{\"totals\":[]}"),
                Arguments.of("no totals", "{\"items\":[]}"),
                Arguments.of("a number in quotes", right.replace("3.49}", "\"3.49\"}")),
                Arguments.of("a number with a comma", right.replace("3.49}", "3,49}")),
                Arguments.of("NaN", right.replace("3.49}", "NaN}")),
                Arguments.of("infinity", right.replace("3.49}", "Infinity}")),
                Arguments.of("a row in quotes", right.replace("\"row\":4", "\"row\":\"4\"")),
                Arguments.of("half a row", right.replace("\"row\":4", "\"row\":4.5")),
                Arguments.of("a row beyond counting", right.replace("\"row\":4", "\"row\":4e99")),
                Arguments.of("an object for a list", "{\"items\":{},\"totals\":[]}"),
                Arguments.of("null in a list", "{\"items\":[null],\"totals\":[]}"),
                Arguments.of("null for an amount", right.replace("3.49}", "null}")),
                Arguments.of("an unknown role", right.replace("\"role\":\"tax\"", "\"role\":\"bribe\"")),
                Arguments.of("a number for a role", right.replace("\"role\":\"tax\"", "\"role\":1")),
                Arguments.of("a number of many digits", right.replace("3.49}", "3." + "4".repeat(1000) + "}")),
                Arguments.of("a name without end", right.replace("CHLEB RAZOWY 500G", "A".repeat(10_000))),
                Arguments.of("brackets without end", "[".repeat(100_000)),
                Arguments.of("a huge one", "{\"items\":[]," + " ".repeat(1_000_000) + "\"totals\":[]}"));
    }
}
