package pl.paragon.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OcrConfigTest {

    @Test
    void shouldHaveTheseDefaults() {
        // when
        OcrConfig config = Configs.defaults();

        // then
        assertThat(config.engine()).isEqualTo(OcrConfig.Engine.TWO_READERS);
        assertThat(config.languages()).isEqualTo(List.of("pol"));
        assertThat(config.readingThreads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(config.toleratedHangs()).isEmpty();
        assertThat(config.pageDeadline()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.renewedAfterPages()).isEqualTo(500);
        assertThat(config.stopGrace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.runtimeDirectory()).isEqualTo(Path.of("/home/nobody/.cache/paragon/ocr"));
        assertThat(config.tessdataDirectory()).isEmpty();
        assertThat(config.models().detector()).isEmpty();
        assertThat(config.models().recogniser()).isEmpty();
        assertThat(config.models().narrowRecogniser()).isEmpty();
        assertThat(config.fixedText().pageTime()).isZero();
        assertThat(config.picture().mostPixels()).isEqualTo(100_000_000);
        assertThat(config.picture().shortestSide()).isEqualTo(100);
        assertThat(config.picture().decodedPixels()).isEqualTo(6_500_000);
        assertThat(config.picture().mostPixelsDecodedWhole()).isEqualTo(40_000_000);
        assertThat(config.picture().mostVisitedPixels()).isEqualTo(2_000_000_000);
        assertThat(config.picture().mostElongated()).isEqualTo(40);
        assertThat(config.picture().mostPages()).isEqualTo(20);
        assertThat(config.picture().decoder().estimate().asLongValue()).isEqualTo(256 << 20);
        assertThat(config.picture().decoder().heap().asLongValue()).isEqualTo(320 << 20);
        assertThat(config.picture().decoder().memory().asLongValue()).isEqualTo(640 << 20);
        assertThat(config.picture().decoder().cpuTime()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.pdf().mostPages()).isEqualTo(20);
        assertThat(config.pdf().mostObjects()).isEqualTo(50_000);
        assertThat(config.pdf().mostTokens()).isEqualTo(300_000);
        assertThat(config.pdf().objectStream().asLongValue()).isEqualTo(2 << 20);
        assertThat(config.pdf().stream().asLongValue()).isEqualTo(4 << 20);
        assertThat(config.pdf().streamsOfAPage().asLongValue()).isEqualTo(48 << 20);
        assertThat(config.pdf().imagesOfAPage().asLongValue()).isEqualTo(96 << 20);
        assertThat(config.pdf().image().asLongValue()).isEqualTo(96 << 20);
        assertThat(config.pdf().mostOperators()).isEqualTo(400_000);
        assertThat(config.pdf().mostPaintedPixels()).isEqualTo(400_000_000);
        assertThat(config.pdf().pageCpuTime()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.text().pageLines()).isEqualTo(1_500);
        assertThat(config.text().lines()).isEqualTo(3_000);
        assertThat(config.text().pageColumns()).isEqualTo(400_000);
        assertThat(config.text().pageCharacters()).isEqualTo(30_000);
        assertThat(config.text().characters()).isEqualTo(60_000);
        assertThat(config.quality().fewestCharacters()).isEqualTo(10);
        assertThat(config.quality().lowestConfidence()).isEqualTo(0.4);
        assertThat(config.quality().darkest()).isEqualTo(70);
        assertThat(config.quality().smallestSide()).isEqualTo(400);
    }

    @Test
    void shouldTakeTheseNames() {
        // when
        OcrConfig config = Configs.of(Map.of(
                "paragon.ocr.engine", "tesseract",
                "paragon.ocr.languages", "pol,deu",
                "paragon.ocr.threads", "3",
                "paragon.ocr.page-deadline", "30s",
                "paragon.ocr.tessdata-directory", "/data",
                "paragon.ocr.picture.most-pixels", "5"));

        // then
        assertThat(config.engine()).isEqualTo(OcrConfig.Engine.TESSERACT);
        assertThat(config.languages()).containsExactly("pol", "deu");
        assertThat(config.readingThreads()).isEqualTo(3);
        assertThat(config.pageDeadline()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.tessdataDirectory()).contains(Path.of("/data"));
        assertThat(config.picture().mostPixels()).isEqualTo(5);
    }
}
