package pl.paragon.contracts.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTest {

    @ParameterizedTest
    @CsvSource({
        "FFD8FFE000104A464946, JPEG",
        "FFD8FFDB, JPEG",
        "89504E470D0A1A0A0000, PNG",
        "52494646AABBCCDD57454250, WEBP",
        "255044462D312E37, PDF",
        "EFBBBF0A255044462D312E37, PDF",
        "49492A0008000000, TIFF",
        "4D4D002A00000008, TIFF",
        "474946383761, GIF",
        "474946383961, GIF",
        "424D0000000000000000360000002800000000, BMP",
        "424D00000000000000001A0000000C00000000, BMP",
        "0000000C6A5020200D0A870A, JPEG2000",
        "FF4FFF51002F, JPEG2000",
        "52494646AABBCCDD57415645, ",
        "424D0000000000000000360000002900000000, ",
        "49492B0008000000, ",
        "FFD8, ",
        "89504E47, ",
        "3C68746D6C3E, ",
        "'', "
    })
    void shouldTellFilesByTheirFirstBytes(String head, FileType type) {
        assertThat(FileType.detected(HexFormat.of().parseHex(head))).isEqualTo(Optional.ofNullable(type));
    }

    @ParameterizedTest
    @CsvSource({
        "heic, mif1 heic, HEIC",
        "heix, mif1 heix, HEIC",
        "hevc, msf1 hevc, HEIC",
        "mif1, mif1 heic miaf, HEIC",
        "mif1, mif1, HEIC",
        "avif, mif1 avif miaf, AVIF",
        "avis, msf1 avis, AVIF",
        "mif1, mif1 avif, AVIF",
        "isom, isom mp41 avc1, ",
        "mp42, mp42 heic, ",
        "qt  , qt  , "
    })
    void shouldTellAHeifByItsBrandsAndAFilmFromIt(String major, String compatible, FileType type) {
        assertThat(FileType.detected(ftyp(major, compatible))).isEqualTo(Optional.ofNullable(type));
    }

    @Test
    void shouldReadNoBrandsBeyondTheirBox() {
        // given a box of 20 bytes: what follows it is not its brand
        byte[] head = ftyp("mif1", "mif1 avif");
        head[3] = 20;

        // when / then
        assertThat(FileType.detected(head)).contains(FileType.HEIC);
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
        "image/heif, HEIC",
        "image/heic; charset=binary, HEIC",
        "image/avif, AVIF",
        "image/x-ms-bmp, BMP",
        "image/tif, TIFF",
        "image/j2c, JPEG2000",
        "application/octet-stream, ",
        "image/svg+xml, ",
        "text/plain, ",
        "'', "
    })
    void shouldKnowTheDeclaredTypes(String contentType, FileType type) {
        assertThat(FileType.declared(contentType)).isEqualTo(Optional.ofNullable(type));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", " ", "application/octet-stream", "Application/Octet-Stream; x=1", "binary/octet-stream"})
    void shouldLeaveItToTheBytesIfTheTypeTellsNothing(String contentType) {
        assertThat(FileType.isUntold(contentType)).isTrue();
        assertThat(FileType.values()).allMatch(type -> type.isCalled(contentType));
    }

    @Test
    void shouldNotTakeOneKindForAnother() {
        assertThat(FileType.isUntold("image/png")).isFalse();
        assertThat(FileType.JPEG.isCalled("image/jpg")).isTrue();
        assertThat(FileType.JPEG.isCalled("image/png")).isFalse();
        assertThat(FileType.HEIC.isCalled("image/avif")).isFalse();
    }

    @Test
    void shouldGiveNoNameToTwoKinds() {
        List<String> names = Arrays.stream(FileType.values())
                .flatMap(type -> type.names().stream())
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    private static byte[] ftyp(String major, String compatible) {
        String brands = compatible.replace("qt  ", "qt--").replace(" ", "").replace("--", "  ");
        byte[] head = ("....ftyp" + major.concat("  ").substring(0, 4) + "\0\0\0\0" + brands)
                .getBytes(StandardCharsets.ISO_8859_1);
        head[0] = 0;
        head[1] = 0;
        head[2] = 0;
        head[3] = (byte) head.length;
        return head;
    }
}
