package pl.paragon.api.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.paragon.api.Defaults;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.file.FileType;
import pl.paragon.contracts.job.JobId;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;

class FormReaderTest {

    private static final int MIB = 1024 * 1024;
    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");

    @TempDir
    private Path folder;

    private FormReader reader;

    @BeforeEach
    void makeStore() throws IOException {
        reader = new FormReader(new FileSystemReceiptFileStore(folder), Defaults.of(UploadConfig.class));
    }

    @Test
    void shouldStoreTheFileAndKeepTheFields() throws IOException {
        // given
        byte[] picture = jpeg(300_000);
        byte[] body = new Form()
                .field("user_id", "u1")
                .file("paragon.jpg", "image/jpg", picture)
                .field("session_id", "s")
                .finished();

        // when
        FormReader.Upload upload = read(body);

        // then
        assertThat(upload.filename()).isEqualTo("paragon.jpg");
        assertThat(upload.fields()).containsEntry("user_id", "u1").containsEntry("session_id", "s");
        assertThat(upload.file().reference().mediaType()).isEqualTo("image/jpeg");
        assertThat(upload.file().reference().size()).isEqualTo(300_000);
        assertThat(stored()).hasSize(1).first().satisfies(file -> assertThat(file)
                .hasBinaryContent(picture));
    }

    @Test
    void shouldTakeExactlyTenMebibytes() throws IOException {
        byte[] body = Form.withFile("image/jpeg", jpeg(10 * MIB)).finished();

        assertThat(read(body).file().reference().size()).isEqualTo(10 * MIB);
        assertThat(readUnannounced(body).file().reference().size()).isEqualTo(10 * MIB);
    }

    @Test
    void shouldStopAtTheFirstByteTooMany() throws IOException {
        byte[] body = Form.withFile("image/jpeg", jpeg(10 * MIB + 1)).finished();

        assertThat(refusal(() -> read(body))).isEqualTo(new Refusal.TooLarge(10 * MIB, 10 * MIB + 1));
        assertThat(refusal(() -> readUnannounced(body))).isEqualTo(new Refusal.TooLarge(10 * MIB, 10 * MIB + 1));
        assertThat(stored()).isEmpty();
    }

    @Test
    void shouldNotReadAFileThatTheRequestsLengthGivesAway() {
        // given a body that breaks off after its first bytes, of a request that announced more
        byte[] start = Arrays.copyOf(Form.withFile("image/jpeg", jpeg(1000)).unfinished(), 500);
        FormReader.Request request =
                new FormReader.Request(Form.CONTENT_TYPE, 200L * MIB, false, Form.brokenOff(start), Form.ADDRESS);

        // when, then
        assertThat(refusal(() -> reader.read(JOB, request)))
                .isInstanceOfSatisfying(Refusal.TooLarge.class, tooLarge -> assertThat(tooLarge.atLeast())
                        .isGreaterThan(199L * MIB));
    }

    @Test
    void shouldAskForNoByteOfABodyThatIsTooLargeIfItsClientWaitsForThat() {
        InputStream unwanted = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("the body was asked for");
            }
        };

        FormReader.Request request = new FormReader.Request(Form.CONTENT_TYPE, 60L * MIB, true, unwanted, Form.ADDRESS);
        assertThat(refusal(() -> reader.read(JOB, request))).isEqualTo(new Refusal.TooLarge(10 * MIB, 60 * MIB));
    }

    @Test
    void shouldCountWhatNoLengthAnnounces() {
        // given a file without end
        InputStream endless = new InputStream() {
            private final byte[] start = Form.withFile("image/jpeg", jpeg(100)).unfinished();
            private int at;

            @Override
            public int read() {
                return at < start.length - 2 ? start[at++] & 0xFF : 'x';
            }
        };

        // when, then
        FormReader.Request request = new FormReader.Request(Form.CONTENT_TYPE, -1, false, endless, Form.ADDRESS);
        assertThat(refusal(() -> reader.read(JOB, request))).isInstanceOf(Refusal.TooLarge.class);
    }

    @Test
    void shouldAskForTheFile() {
        byte[] without = new Form().field("user_id", "u1").finished();
        byte[] asText = new Form().field("file", "not a file").finished();
        byte[] notChosen =
                new Form().file("", "application/octet-stream", new byte[0]).finished();

        assertThat(List.of(without, asText, notChosen))
                .allSatisfy(body -> assertThat(refusal(() -> read(body))).isEqualTo(new Refusal.NoFile()));
        FormReader.Request noForm = new FormReader.Request(
                "application/json", 2, false, new ByteArrayInputStream(new byte[2]), Form.ADDRESS);
        assertThat(refusal(() -> reader.read(JOB, noForm))).isEqualTo(new Refusal.NoFile());
    }

    @ParameterizedTest
    @EnumSource(FileType.class)
    void shouldTakeEveryKindByAnyOfItsNamesAndByNone(FileType type) throws IOException {
        // given
        byte[] content = beginningOf(type);
        List<String> names = new ArrayList<>(type.names());
        names.add(type.mediaType().toUpperCase(Locale.ROOT) + "; charset=binary");
        names.add("application/octet-stream");
        names.add(null);

        // when / then
        for (String name : names) {
            FileReference stored =
                    read(Form.withFile(name, content).finished()).file().reference();
            assertThat(stored.mediaType()).as("sent as %s", name).isEqualTo(type.mediaType());
            assertThat(stored.size()).isEqualTo(content.length);
        }
    }

    @ParameterizedTest
    @EnumSource(FileType.class)
    void shouldTakeNoKindByTheNameOfAnother(FileType type) {
        for (FileType other : EnumSet.complementOf(EnumSet.of(type))) {
            byte[] body = Form.withFile(other.mediaType(), beginningOf(type)).finished();

            assertThat(refusal(() -> read(body)))
                    .isEqualTo(new Refusal.TypeMismatch(other.mediaType(), Optional.of(type.mediaType())));
        }
    }

    @Test
    void shouldRefuseAFileIfNeitherItsTypeNorItsBytesSayWhatItIs() {
        byte[] text = "SUMA PLN 12,34".getBytes();

        assertThat(refusal(() -> read(Form.withFile(null, text).finished()))).isEqualTo(new Refusal.NoContentType());
        assertThat(refusal(() ->
                        read(Form.withFile("application/octet-stream", text).finished())))
                .isEqualTo(new Refusal.UnsupportedType("application/octet-stream"));
    }

    @Test
    void shouldRefuseATypeThatIsNotRead() {
        byte[] body = Form.withFile("text/plain", jpeg(100)).finished();

        assertThat(refusal(() -> read(body))).isEqualTo(new Refusal.UnsupportedType("text/plain"));
    }

    @Test
    void shouldRefuseAnEmptyFile() throws IOException {
        byte[] body = Form.withFile("image/jpeg", new byte[0]).finished();

        assertThat(refusal(() -> read(body))).isEqualTo(new Refusal.Empty("receipt.jpg"));
        assertThat(stored()).isEmpty();
    }

    @Test
    void shouldRefuseContentThatIsNotWhatItsTypeSays() throws IOException {
        byte[] otherType = Form.withFile("image/png", jpeg(100)).finished();
        byte[] noType = Form.withFile("image/png", "SUMA 12,34".getBytes()).finished();

        assertThat(refusal(() -> read(otherType)))
                .isEqualTo(new Refusal.TypeMismatch("image/png", Optional.of("image/jpeg")));
        assertThat(refusal(() -> read(noType))).isEqualTo(new Refusal.TypeMismatch("image/png", Optional.empty()));
        assertThat(stored()).isEmpty();
    }

    @Test
    void shouldSayTooLargeWhateverIsInAFile() {
        byte[] zeros = Form.withFile("image/jpeg", new byte[11 * MIB]).finished();

        assertThat(refusal(() -> read(zeros))).isEqualTo(new Refusal.TooLarge(10 * MIB, 11 * MIB));
        assertThat(refusal(() -> readUnannounced(zeros))).isInstanceOf(Refusal.TooLarge.class);
    }

    @Test
    void shouldLeaveNothingOfABodyThatBreaksOff() throws IOException {
        byte[] cut = Form.withFile("image/jpeg", jpeg(100_000)).unfinished();
        byte[] half = Arrays.copyOf(cut, cut.length / 2);
        FormReader.Request brokenOff =
                new FormReader.Request(Form.CONTENT_TYPE, -1, false, Form.brokenOff(half), Form.ADDRESS);

        assertThat(refusal(() -> reader.read(JOB, brokenOff))).isEqualTo(new Refusal.BrokenOff());
        assertThat(refusal(() -> readUnannounced(half))).isInstanceOf(Refusal.Malformed.class);
        assertThat(stored()).isEmpty();
    }

    @Test
    void shouldBoundTheOtherFields() {
        byte[] body = new Form()
                .field("session_id", "x".repeat(100_000))
                .file("a.jpg", "image/jpeg", jpeg(10))
                .finished();

        assertThat(refusal(() -> read(body)))
                .isInstanceOfSatisfying(Refusal.BadField.class, field -> assertThat(field.field())
                        .isEqualTo("session_id"));
    }

    @Test
    void shouldRefuseASecondFile() {
        byte[] body = Form.withFile("image/jpeg", jpeg(10))
                .file("b.jpg", "image/jpeg", jpeg(10))
                .finished();

        assertThat(refusal(() -> read(body))).isInstanceOf(Refusal.BadField.class);
    }

    private static Refusal refusal(ThrowableAssert.ThrowingCallable read) {
        return catchThrowableOfType(RefusedException.class, read).refusal();
    }

    private FormReader.Upload read(byte[] body) throws IOException {
        return reader.read(
                JOB,
                new FormReader.Request(
                        Form.CONTENT_TYPE, body.length, false, new ByteArrayInputStream(body), Form.ADDRESS));
    }

    private FormReader.Upload readUnannounced(byte[] body) throws IOException {
        return reader.read(
                JOB,
                new FormReader.Request(Form.CONTENT_TYPE, -1, false, new ByteArrayInputStream(body), Form.ADDRESS));
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] beginningOf(FileType type) {
        String head =
                switch (type) {
                    case JPEG -> "FFD8FFE0";
                    case PNG -> "89504E470D0A1A0A";
                    case WEBP -> "52494646AABBCCDD57454250";
                    case PDF -> "255044462D312E37";
                    case HEIC -> "00000018667479706865696300000000";
                    case AVIF -> "00000018667479706176696600000000";
                    case TIFF -> "49492A0008000000";
                    case GIF -> "474946383961";
                    case BMP -> "424D0000000000000000360000002800000000";
                    case JPEG2000 -> "0000000C6A5020200D0A870A";
                };
        return Arrays.copyOf(HexFormat.of().parseHex(head), 200);
    }

    static byte[] jpeg(int size) {
        byte[] content = new byte[size];
        content[0] = (byte) 0xFF;
        content[1] = (byte) 0xD8;
        content[2] = (byte) 0xFF;
        return content;
    }
}
