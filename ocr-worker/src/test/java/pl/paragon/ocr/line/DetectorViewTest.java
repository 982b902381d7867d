package pl.paragon.ocr.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorViewTest {

    @ParameterizedTest
    @CsvSource({
        "3000,4000, 1216,1600", // a photograph is scaled down to its longer side
        "4000,3000, 1600,1216",
        "375,500,   736,992", // a small picture is enlarged
        "1080,10800, 544,5440", // a tall one keeps enough width
        "900,1200,  896,1216",
    })
    void shouldChooseASizeAtWhichPrintIsFound(int cols, int rows, int width, int height) {
        assertThat(DetectorView.of(cols, rows)).isEqualTo(new DetectorView(width, height));
    }

    @Test
    void shouldBeHalvedOnBothSides() {
        assertThat(new DetectorView(1216, 1600).half()).isEqualTo(new DetectorView(608, 800));
        assertThat(new DetectorView(32, 1600).half()).isEqualTo(new DetectorView(32, 800));
    }

    @Test
    void shouldLookAtASmallViewInOneGo() {
        assertThat(new DetectorView(736, 992).bands()).isEqualTo(List.of(new DetectorView.Band(0, 0, 992, 992)));
    }

    @ParameterizedTest
    @CsvSource({"1184,1600", "544,5440", "1600,1184", "4000,64"})
    void shouldCoverEachRowAndBoundWhatIsLookedAt(int width, int height) {
        // when
        List<DetectorView.Band> bands = new DetectorView(width, height).bands();

        // then
        int covered = 0;
        for (DetectorView.Band band : bands) {
            assertThat(band.from()).isLessThanOrEqualTo(covered);
            assertThat(band.top()).isLessThanOrEqualTo(band.from());
            assertThat(band.end()).isGreaterThanOrEqualTo(band.to());
            assertThat((band.end() - band.top()) % 32).isZero();
            assertThat((long) width * (band.end() - band.top())).isLessThanOrEqualTo(1_200_000);
            covered = band.to();
        }
        assertThat(covered).isEqualTo(height);
        assertThat(bands.getLast().end()).isEqualTo(height);
    }

    @Test
    void shouldLookAtABoundedNumberOfPixelsHoweverThinThePicture() {
        // when
        DetectorView view = DetectorView.of(1, 100_000);

        // then
        assertThat((long) view.width() * view.height()).isLessThan(13_000_000);
    }
}
