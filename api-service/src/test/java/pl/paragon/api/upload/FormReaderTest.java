package pl.paragon.api.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.api.Defaults;
import pl.paragon.api.Golden;
import pl.paragon.api.error.ApiException;
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
        assertThat(upload.file().mediaType()).isEqualTo("image/jpeg");
        assertThat(upload.file().size()).isEqualTo(300_000);
        assertThat(stored()).hasSize(1).first().satisfies(file -> assertThat(file)
                .hasBinaryContent(picture));
    }

    @Test
    void shouldTakeExactlyTenMebibytes() throws IOException {
        byte[] body = Form.withFile("image/jpeg", jpeg(10 * MIB)).finished();

        assertThat(read(body).file().size()).isEqualTo(10 * MIB);
        assertThat(readUnannounced(body).file().size()).isEqualTo(10 * MIB);
    }

    @Test
    void shouldStopAtTheFirstByteTooMany() throws IOException {
        byte[] body = Form.withFile("image/jpeg", jpeg(10 * MIB + 1)).finished();

        assertThatThrownBy(() -> read(body)).isInstanceOf(FileTooLargeException.class);
        assertThatThrownBy(() -> readUnannounced(body)).isInstanceOf(FileTooLargeException.class);
        assertThat(stored()).isEmpty();
    }

    @Test
    void shouldNotReadAFileThatTheRequestsLengthGivesAway() {
        // given a body that breaks off after its first bytes, of a request that announced more
        byte[] start = Arrays.copyOf(Form.withFile("image/jpeg", jpeg(1000)).unfinished(), 500);
        FormReader.Request request =
                new FormReader.Request(Form.CONTENT_TYPE, 200L * MIB, false, Form.brokenOff(start));

        // when, then
        FileTooLargeException refusal =
                catchThrowableOfType(FileTooLargeException.class, () -> reader.read(JOB, request));
        assertThat(refusal.atLeast()).isGreaterThan(199L * MIB);
    }

    @Test
    void shouldAskForNoByteOfABodyThatIsTooLargeIfItsClientWaitsForThat() {
        InputStream unwanted = new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("the body was asked for");
            }
        };

        assertThatThrownBy(() -> reader.read(JOB, new FormReader.Request(Form.CONTENT_TYPE, 60L * MIB, true, unwanted)))
                .isInstanceOf(FileTooLargeException.class);
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
        assertThatThrownBy(() -> reader.read(JOB, new FormReader.Request(Form.CONTENT_TYPE, -1, false, endless)))
                .isInstanceOf(FileTooLargeException.class);
    }

    @Test
    void shouldAskForTheFile() {
        byte[] without = new Form().field("user_id", "u1").finished();
        byte[] asText = new Form().field("file", "not a file").finished();
        byte[] notChosen =
                new Form().file("", "application/octet-stream", new byte[0]).finished();

        assertRefused("missing-file.json", without);
        assertRefused("missing-file.json", asText);
        assertRefused("missing-file.json", notChosen);
        ApiException noForm = catchThrowableOfType(
                ApiException.class,
                () -> reader.read(
                        JOB,
                        new FormReader.Request("application/json", 2, false, new ByteArrayInputStream(new byte[2]))));
        Golden.assertGolden("missing-file.json", noForm.body());
    }

    @Test
    void shouldRefuseAFileWithoutType() {
        assertRefused(
                "missing-content-type.json", Form.withFile(null, jpeg(100)).finished());
    }

    @Test
    void shouldRefuseATypeThatIsNotRead() {
        assertRefused(
                "unsupported-type.json", Form.withFile("text/plain", jpeg(100)).finished());
    }

    @Test
    void shouldRefuseAnEmptyFile() throws IOException {
        assertRefused(
                "empty-file.json", Form.withFile("image/jpeg", new byte[0]).finished());
        assertThat(stored()).isEmpty();
    }

    @Test
    void shouldRefuseContentThatIsNotWhatItsTypeSays() throws IOException {
        assertRefused(
                "type-mismatch.json", Form.withFile("image/png", jpeg(100)).finished());
        assertRefused(
                "type-unknown.json",
                Form.withFile("image/png", "GIF89a".getBytes()).finished());
        assertThat(stored()).isEmpty();
    }

    @Test
    void shouldSayTooLargeWhateverIsInAFile() {
        byte[] zeros = Form.withFile("image/jpeg", new byte[11 * MIB]).finished();

        assertThatThrownBy(() -> read(zeros)).isInstanceOf(FileTooLargeException.class);
        assertThatThrownBy(() -> readUnannounced(zeros)).isInstanceOf(FileTooLargeException.class);
    }

    @Test
    void shouldLeaveNothingOfABodyThatBreaksOff() throws IOException {
        byte[] cut = Form.withFile("image/jpeg", jpeg(100_000)).unfinished();
        byte[] half = Arrays.copyOf(cut, cut.length / 2);

        assertThatThrownBy(() ->
                        reader.read(JOB, new FormReader.Request(Form.CONTENT_TYPE, -1, false, Form.brokenOff(half))))
                .isInstanceOf(BrokenOffException.class);
        assertThatThrownBy(() -> readUnannounced(half)).isInstanceOf(MalformedMultipartException.class);
        assertThat(stored()).isEmpty();
    }

    @Test
    void shouldBoundTheOtherFields() {
        byte[] body = new Form()
                .field("session_id", "x".repeat(100_000))
                .file("a.jpg", "image/jpeg", jpeg(10))
                .finished();

        assertThatThrownBy(() -> read(body))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("Invalid form field");
    }

    @Test
    void shouldRefuseASecondFile() {
        byte[] body = Form.withFile("image/jpeg", jpeg(10))
                .file("b.jpg", "image/jpeg", jpeg(10))
                .finished();

        assertThatThrownBy(() -> read(body)).isInstanceOf(ApiException.class);
    }

    @Test
    void shouldNeverShowTheLimitAsTheSizeOfAFileThatIsOverIt() {
        Golden.assertGolden(
                "too-large.json", UploadErrors.tooLarge(10 * MIB, 10 * MIB + 1).body());
    }

    private void assertRefused(String golden, byte[] body) {
        ApiException refusal = catchThrowableOfType(ApiException.class, () -> read(body));
        Golden.assertGolden(golden, refusal.body());
    }

    private FormReader.Upload read(byte[] body) throws IOException {
        return reader.read(
                JOB, new FormReader.Request(Form.CONTENT_TYPE, body.length, false, new ByteArrayInputStream(body)));
    }

    private FormReader.Upload readUnannounced(byte[] body) throws IOException {
        return reader.read(JOB, new FormReader.Request(Form.CONTENT_TYPE, -1, false, new ByteArrayInputStream(body)));
    }

    private List<Path> stored() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] jpeg(int size) {
        byte[] content = new byte[size];
        content[0] = (byte) 0xFF;
        content[1] = (byte) 0xD8;
        content[2] = (byte) 0xFF;
        return content;
    }
}
