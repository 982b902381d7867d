package pl.paragon.benchmarks.hops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pl.paragon.benchmarks.sidebyside.Figures;
import pl.paragon.benchmarks.sidebyside.PlayedSystem;
import pl.paragon.benchmarks.sidebyside.Target.Kind;

class HopsTest {

    private static final Instant SEEN = Instant.parse("2026-11-29T12:00:00Z");

    private final PlayedSystem paragon = new PlayedSystem().whereJobsAre("SUCCESS");
    private final Figures figures = new Figures();
    private final Hops hops = new Hops(4, 3, 2, Clock.fixed(SEEN, ZoneOffset.UTC));

    HopsTest() throws IOException {}

    @AfterEach
    void close() {
        paragon.close();
    }

    @Test
    void shouldTellTheFirstFileFromLaterOnesAndWhatComesAfterTheText() throws IOException, InterruptedException {
        // when
        hops.measure(paragon.target(Kind.PARAGON), this::texts, figures);

        // then
        assertThat(figures.rows())
                .extracting(row -> row.setting() + " " + row.measure() + " " + row.bar())
                .containsExactly(
                        "{upload to SUCCESS=first} time <= 1000",
                        "{upload to SUCCESS=4} p50 <= 40",
                        "{upload to SUCCESS=4} p99 ",
                        "{text to SUCCESS=4} p50 <= 25",
                        "{text to SUCCESS=4} p99 ");
        assertThat(figures.rows().getLast().paragonRepeats()).containsExactly(30.0, 30.0);
        assertThat(figures.allReached()).isFalse();
    }

    @Test
    void shouldUploadPdfFilesThatNoTwoAreTheSame() throws IOException, InterruptedException {
        // when
        hops.measure(paragon.target(Kind.PARAGON), this::texts, figures);

        // then
        assertThat(paragon.bodies())
                .hasSize(1 + 3 + 2 * 4)
                .allSatisfy(body -> assertThat(new String(body, StandardCharsets.ISO_8859_1))
                        .contains("filename=\"receipt.pdf\"", "Content-Type: application/pdf", "%PDF-"))
                .extracting(ByteBuffer::wrap)
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldSayIfTheBrokerHasNoTextOfAJob() {
        assertThatThrownBy(() -> hops.measure(paragon.target(Kind.PARAGON), Map::of, figures))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has ended, but the broker has no text of it");
    }

    private Map<String, Instant> texts() {
        return paragon.ids().stream().collect(Collectors.toMap(job -> job, job -> SEEN.minusMillis(30)));
    }
}
