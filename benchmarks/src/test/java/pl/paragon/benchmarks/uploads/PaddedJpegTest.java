package pl.paragon.benchmarks.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaddedJpegTest {

    private static final byte[] PICTURE = picture();

    @ParameterizedTest
    @ValueSource(ints = {1_000, 66_000, 200_000, 3_000_000})
    void shouldBeAReadablePictureOfThatSize(int size) throws IOException {
        // when
        byte[] file = PaddedJpeg.of(PICTURE, size).bytes();

        // then
        assertThat(file).hasSize(size);
        assertThat(ImageIO.read(new ByteArrayInputStream(file)).getWidth()).isEqualTo(31);
    }

    @Test
    void shouldFillEachSizeAroundTheLongestComment() throws IOException {
        // given
        int longest = PICTURE.length + 4 + 65_533;

        // then
        for (int size = longest - 10; size <= longest + 10; size++) {
            byte[] file = PaddedJpeg.of(PICTURE, size).bytes();
            assertThat(ImageIO.read(new ByteArrayInputStream(file)).getWidth())
                    .as("a file of %d bytes", size)
                    .isEqualTo(31);
        }
    }

    @Test
    void shouldStayReadableIfItsFreeBytesAreOverwritten() throws IOException {
        // given
        byte[] file = PaddedJpeg.of(PICTURE, 2_000).bytes();

        // when
        ByteBuffer.wrap(file).putLong(PaddedJpeg.DISTINCT_AT, -1);

        // then
        assertThat(ImageIO.read(new ByteArrayInputStream(file)).getWidth()).isEqualTo(31);
    }

    @ParameterizedTest
    @ValueSource(ints = {PaddedJpeg.LEAST, 100})
    void shouldSayThatItIsAJpegIfThePictureDoesNotFit(int size) {
        assertThat(PaddedJpeg.of(PICTURE, size).bytes())
                .hasSize(size)
                .startsWith(0xFF, 0xD8, 0xFF, 0xFE, 0x00, size - 4);
    }

    @Test
    void shouldLeaveOutPicturesThatDoNotFit() {
        // given
        byte[] large = PaddedJpeg.of(PICTURE, 5_000).bytes();

        // then
        assertThat(PaddedJpeg.of(List.of(large, PICTURE), 4_000)).hasSize(1);
        assertThat(PaddedJpeg.of(List.of(large, PICTURE), 6_000)).hasSize(2);
        assertThat(PaddedJpeg.of(List.of(large, PICTURE), 100)).hasSize(1);
    }

    @Test
    void shouldTakeNothingButJpeg() {
        assertThatThrownBy(() -> PaddedJpeg.of(new byte[] {1, 2, 3}, 100)).hasMessage("not a JPEG file");
    }

    private static byte[] picture() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(31, 17, BufferedImage.TYPE_3BYTE_BGR), "jpeg", file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return file.toByteArray();
    }
}
