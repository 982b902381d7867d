package pl.paragon.analysis.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.analysis.PrintedText;
import pl.paragon.analysis.engine.Checkpoint;
import pl.paragon.analysis.engine.TextTooLongException;
import pl.paragon.analysis.grammar.GrammarEngine;
import pl.paragon.contracts.text.RecognizedText;

/** Whatever a file brings, its analysis ends, and it ends when it is told to. Steps are counted, never timed. */
class HostileTextTest {

    /** The longest receipts take some 10,000. */
    private static final long MOST_STEPS = 250_000;

    private static final String CHARACTERS =
            "0123456789,.-xX*ABCDEFG %:/lIOSZ_()=€£@żółĄ\u0664\u096b\u00b2\ufb01\u0000\ud83d|\\[]";
    private static final List<String> WORDS = List.of(
            "SUMA",
            "PTU",
            "NIP",
            "PARAGON FISKALNY",
            "RABAT",
            "12,99",
            "1 x",
            "A",
            "23%",
            "2025-01-01",
            "KAUCJA",
            "Pozycje: 1,2",
            "TOTAL",
            "LIDL",
            "99999999999.999",
            "KARTA",
            "\u0664,\u0665\u0666",
            "1 x 9\u0664,99",
            "SPRZEDAZ OPODATKOWANA A");

    private final GrammarEngine engine =
            new GrammarEngine(Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneOffset.UTC));

    static Stream<Arguments> dear() {
        return HostileTexts.withinLimits().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    static Stream<Arguments> tooLong() {
        return HostileTexts.beyondLimits().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dear")
    void shouldEndAfterABoundedNumberOfSteps(String name, RecognizedText text) {
        // given
        Steps steps = new Steps(MOST_STEPS);

        // then
        assertThatCode(() -> engine.analyze(text, Instant.MAX, steps)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"staircase of pieces", "goods and their sum", "discounts", "dates", "payments abroad"})
    void shouldStopWhereverItIsToldTo(String dear) {
        // given
        RecognizedText text = HostileTexts.withinLimits().get(dear);
        Steps all = new Steps(Long.MAX_VALUE);
        engine.analyze(text, Instant.MAX, all);

        LongStream.of(1, all.taken / 2, all.taken).forEach(at -> {
            // when
            Steps steps = new Steps(at - 1);

            // then
            assertThatExceptionOfType(ToldToStop.class).isThrownBy(() -> engine.analyze(text, Instant.MAX, steps));
            assertThat(steps.taken).isEqualTo(at);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooLong")
    void shouldRefuseATextThatIsLongerThanAnyReceipt(String excess, RecognizedText text) {
        assertThatExceptionOfType(TextTooLongException.class)
                .isThrownBy(() -> engine.analyze(text, Instant.MAX, new Steps(MOST_STEPS)))
                .withMessageEndingWith(" " + excess);
    }

    @Test
    void shouldRefuseDensePagesBeforeAnyWork() {
        assertThatExceptionOfType(TextTooLongException.class)
                .isThrownBy(() -> engine.analyze(HostileTexts.densePages(), Instant.MAX, new Steps(0)));
    }

    @Property(tries = 400)
    void shouldGiveAResultWhateverCharactersStandThere(@ForAll long seed) {
        // given
        Random random = new Random(seed);
        String[] rows = Stream.generate(() -> row(random)).limit(25).toArray(String[]::new);

        // then
        assertThatCode(() -> engine.analyze(PrintedText.of(rows)))
                .as(() -> String.join("\n", rows))
                .doesNotThrowAnyException();
    }

    private static String row(Random random) {
        StringBuilder row = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            if (random.nextBoolean()) {
                row.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
            }
            for (int k = random.nextInt(6); k > 0; k--) {
                row.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
        }
        return row.toString();
    }

    private static final class ToldToStop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ToldToStop() {
            super("after so many steps", null, false, false);
        }
    }

    /** Counts steps and stops the work after so many. */
    private static final class Steps implements Checkpoint {

        private final long most;
        private long taken;

        Steps(long most) {
            this.most = most;
        }

        @Override
        public void pass() {
            taken++;
            if (taken > most) {
                throw new ToldToStop();
            }
        }
    }
}
