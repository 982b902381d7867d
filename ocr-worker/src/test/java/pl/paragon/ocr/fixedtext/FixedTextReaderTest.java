package pl.paragon.ocr.fixedtext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.time.Duration;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.Natives;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.StopSignal;

class FixedTextReaderTest {

    private static final Box PLACE = new Box(1, 2, 30, 10);

    private final StopSignal stop = new StopSignal();

    @BeforeAll
    static void load() {
        Natives.loadOpenCv();
    }

    @Test
    void shouldSeeTheSameReceiptInEveryPicture() throws Exception {
        // given
        try (FixedTextReader reader = new FixedTextReader(Duration.ZERO);
                Picture picture = blank()) {
            // when
            Page page = reader.read(picture, 2, stop);

            // then
            assertThat(page.number()).isEqualTo(2);
            assertThat(page.width()).isEqualTo(120);
            assertThat(page.height()).isEqualTo(300);
            assertThat(page.lines())
                    .extracting(TextLine::text)
                    .containsExactly("PARAGON FISKALNY", "CHLEB 1 x1,00 1,00A", "SUMA PLN 1,00");
            assertThat(page.lines())
                    .extracting(line -> line.quad().bounds())
                    .containsExactly(new Box(0, 0, 120, 100), new Box(0, 100, 120, 100), new Box(0, 200, 120, 100));
        }
    }

    @Test
    void shouldSeeNoWords() {
        // given
        try (FixedTextReader reader = new FixedTextReader(Duration.ZERO);
                Picture picture = blank()) {
            // then
            assertThat(reader.read(picture, List.of(PLACE), stop)).containsExactly(new Word("", PLACE, 0));
        }
    }

    @Test
    @Timeout(60)
    void shouldStopInTheMiddleOfAPage() {
        // given
        stop.raise();
        try (FixedTextReader reader = new FixedTextReader(Duration.ofDays(1));
                Picture picture = blank()) {
            // then
            assertThatThrownBy(() -> reader.read(picture, 1, stop)).isInstanceOf(ReadingStoppedException.class);
        }
    }

    @Test
    void shouldTakeItsTimeOverAPage() throws Exception {
        // given
        Duration pageTime = Duration.ofMillis(30);
        try (FixedTextReader reader = new FixedTextReader(pageTime);
                Picture picture = blank()) {
            // when
            long began = System.nanoTime();
            reader.read(picture, 1, stop);

            // then
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(pageTime);
        }
    }

    private static Picture blank() {
        return Picture.of(new Mat(300, 120, CV_8UC3));
    }
}
