package pl.paragon.api.batch.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.paragon.api.batch.Zips;
import pl.paragon.api.intake.Refusal;
import pl.paragon.api.intake.RefusedException;

/** Archives that strangers make, with and without malice. */
class ZipArchiveTest {

    private static final byte[] RECEIPT = "a receipt".getBytes(StandardCharsets.UTF_8);
    private static final String BROKEN = "The archive is broken or incomplete";

    private final Map<String, byte[]> unpacked = new LinkedHashMap<>();

    @Test
    void shouldUnpackFilesOfAllFoldersButNotWhatSystemsAdd() throws IOException {
        read(new Zips()
                .with("a.jpg", RECEIPT)
                .with("march/", new byte[0])
                .with("march/a.jpg", new byte[100_000])
                .with("__MACOSX/march/._a.jpg", RECEIPT)
                .with("march/.DS_Store", RECEIPT)
                .with("Thumbs.db", RECEIPT)
                .bytes());

        assertThat(unpacked.keySet()).containsExactly("a.jpg", "march/a.jpg");
        assertThat(unpacked.get("a.jpg")).isEqualTo(RECEIPT);
        assertThat(unpacked.get("march/a.jpg")).isEqualTo(new byte[100_000]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "IBM852"})
    void shouldReadPolishNamesAsTheirSystemsWriteThem(String charset) throws IOException {
        read(Zips.named(Charset.forName(charset)).with("zażółć.jpg", RECEIPT).bytes());

        assertThat(unpacked.keySet()).containsExactly("zażółć.jpg");
    }

    @Test
    void shouldReadNamesInUtf8ThatAreNotMarkedAsSuch() throws IOException {
        // given
        String asWritten = new String("zażółć.jpg".getBytes(StandardCharsets.UTF_8), Charset.forName("IBM852"));

        read(Zips.named(Charset.forName("IBM852")).with(asWritten, RECEIPT).bytes());

        assertThat(unpacked.keySet()).containsExactly("zażółć.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.jpg", "a/../../b.jpg", "..\\a.jpg", "/etc/a.jpg", "C:\\a.jpg", "\\a.jpg", ".."})
    void shouldUnpackNothingFromAnArchiveWithAPathOutOfIt(String name) {
        assertThat(refused(new Zips().with(name, RECEIPT).bytes())).contains("The name of an entry");
        assertThat(unpacked).isEmpty();
    }

    @Test
    void shouldRefuseTwoEntriesOfOneName() {
        byte[] twice = Zips.renamed(
                new Zips().with("a.jpg", RECEIPT).with("b.jpg", RECEIPT).bytes(), "b.jpg", "a.jpg");

        assertThat(refused(twice)).isEqualTo("Two entries of the archive have the same name");
    }

    @Test
    void shouldSayWhatItCannotUnpack() {
        assertThat(refused(new Zips().with("a.jpg", RECEIPT).encrypted())).isEqualTo("The archive is encrypted");
        assertThat(refused(new Zips().with("a.jpg", RECEIPT).packedBy(12)))
                .isEqualTo("The archive is packed by a method other than deflate");
    }

    @Test
    void shouldRefuseAnArchiveWhereverItIsCutOff() {
        // given
        byte[] noise = new byte[3_000];
        new Random(1).nextBytes(noise);
        byte[] whole = new Zips().with("a.jpg", noise).with("b.jpg", noise).bytes();

        for (int length = 4; length < whole.length; length += 7) {
            assertThat(refused(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isEqualTo(BROKEN);
        }
    }

    @Test
    void shouldRefuseContentThatIsDamaged() {
        // given
        byte[] noise = new byte[3_000];
        new Random(1).nextBytes(noise);
        byte[] archive = new Zips().with("a.jpg", noise).bytes();
        archive[1_500] ^= 1;

        assertThat(refused(archive)).isEqualTo(BROKEN);
    }

    @Test
    void shouldRefuseAnArchiveWhoseDirectoryNamesMoreThanItHas() {
        // given
        byte[] archive = new Zips().with("a.jpg", RECEIPT).bytes();
        archive[archive.length - 12] = 2;

        assertThat(refused(archive)).isEqualTo(BROKEN);
    }

    @Test
    void shouldStopUnpackingABomb() {
        // given
        byte[] bomb = new Zips().with("a.bmp", new byte[50_000_000]).bytes();

        assertThat(refused(bomb)).isEqualTo("The archive is more than 200 times larger unpacked than packed");
        assertThat(refused(bomb, new ZipArchive.Bounds(10, 5_000_000, 2_000)))
                .isEqualTo("The archive is larger than 5000000 bytes unpacked");
    }

    @Test
    void shouldMeasureWhatNobodyWants() {
        // given
        byte[] bomb = new Zips().with("__MACOSX/a", new byte[50_000_000]).bytes();

        assertThat(refused(bomb)).contains("times larger");
    }

    @Test
    void shouldNotReadEntriesWithoutEnd() {
        // given
        Zips many = new Zips();
        for (int i = 0; i < 11; i++) {
            many.with(i + "/", new byte[0]);
        }

        assertThat(refused(many.bytes(), new ZipArchive.Bounds(10, 1_000, 200)))
                .isEqualTo("The archive has more than 10 entries");
    }

    @Test
    void shouldTakeAnEmptyArchiveForOne() throws IOException {
        read(new Zips().bytes());

        assertThat(unpacked).isEmpty();
    }

    private String refused(byte[] archive) {
        return refused(archive, new ZipArchive.Bounds(100, 100_000_000, 200));
    }

    private String refused(byte[] archive, ZipArchive.Bounds bounds) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> read(archive, bounds));
        return ((Refusal.BadArchive) refused.refusal()).why();
    }

    private void read(byte[] archive) throws IOException {
        read(archive, new ZipArchive.Bounds(100, 100_000_000, 200));
    }

    private void read(byte[] archive, ZipArchive.Bounds bounds) throws IOException {
        new ZipArchive(bounds, archive.length).read(new ByteArrayInputStream(archive), this::add);
    }

    private void add(String name, InputStream content) throws IOException {
        unpacked.put(name, content.readAllBytes());
    }
}
