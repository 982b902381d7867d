package pl.paragon.api.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {

    @ParameterizedTest
    @CsvSource({
        "FFD8FFE000104A464946, JPEG",
        "FFD8FFDB, JPEG",
        "89504E470D0A1A0A0000, PNG",
        "52494646AABBCCDD57454250, WEBP",
        "255044462D312E37, PDF",
        "EFBBBF0A255044462D312E37, PDF",
        "52494646AABBCCDD57415645, ",
        "FFD8, ",
        "89504E47, ",
        "474946383961, ",
        "3C68746D6C3E, "
    })
    void shouldTellFilesByTheirFirstBytes(String head, FileType type) {
        assertThat(FileType.detected(HexFormat.of().parseHex(head))).isEqualTo(Optional.ofNullable(type));
    }

    @Test
    void shouldFindAPdfHeaderAfterJunk() {
        byte[] head = (" ".repeat(1000) + "%PDF-1.4").getBytes(StandardCharsets.US_ASCII);

        assertThat(FileType.detected(head)).contains(FileType.PDF);
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, JPEG",
        "image/jpg, JPEG",
        "IMAGE/PNG, PNG",
        "image/webp; q=1, WEBP",
        "application/pdf, PDF",
        "image/gif, ",
        "text/plain, ",
        "'', "
    })
    void shouldKnowTheDeclaredTypes(String contentType, FileType type) {
        assertThat(FileType.declared(contentType)).isEqualTo(Optional.ofNullable(type));
    }

    @Test
    void shouldSupportWhatThePredecessorSupportedInItsOrder() {
        assertThat(FileType.SUPPORTED)
                .containsExactly("image/jpeg", "image/png", "image/jpg", "image/webp", "application/pdf")
                .allSatisfy(type -> assertThat(FileType.declared(type)).isPresent());
    }
}
