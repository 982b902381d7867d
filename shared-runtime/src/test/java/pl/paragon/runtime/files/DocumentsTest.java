package pl.paragon.runtime.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.UndecodableException;
import pl.paragon.contracts.receipt.Recognition;

class DocumentsTest {

    private static final JobId JOB = JobId.of("0b8c2c6e-6f1d-4c57-9a2b-3d1f8f4f7a10");
    private static final Recognition FIRST = new Recognition("two-readers", 0.97, true);
    private static final Recognition SECOND = new Recognition("tesseract", 0.5, false);

    @TempDir
    Path root;

    private FileSystemReceiptFileStore store;
    private Documents documents;

    @BeforeEach
    void open() throws IOException {
        store = new FileSystemReceiptFileStore(root);
        store.put(JOB, "upload", "image/png", InputStream.nullInputStream());
        documents = new Documents(store);
    }

    @Test
    void shouldGiveBackTheFirstDocumentWhateverComesLater() throws IOException {
        // when
        FileReference first = documents.keep(JOB, "a.json", FIRST);
        FileReference second = documents.keep(JOB, "a.json", SECOND);

        // then
        assertThat(second).isEqualTo(first);
        assertThat(documents.find(JOB, "a.json")).contains(first);
        assertThat(documents.read(second, Recognition.class)).isEqualTo(FIRST);
    }

    @Test
    void shouldNoticeADamagedDocument() throws IOException {
        // given
        FileReference document = documents.keep(JOB, "a.json", FIRST);

        // when a bit flips
        Path file = store.folder(JOB).resolve("a.json");
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, content);

        // then
        assertThatThrownBy(() -> documents.read(document, Recognition.class)).isInstanceOf(DamagedFileException.class);

        // when its end is lost
        Files.write(file, new byte[0]);

        // then
        assertThatThrownBy(() -> documents.read(document, Recognition.class)).isInstanceOf(DamagedFileException.class);
    }

    @Test
    void shouldTellAMissingDocumentFromOneThatCannotBeDecoded() throws IOException {
        // given
        FileReference other = documents.keep(JOB, "a.json", "not an object");
        FileReference missing = new FileReference(JOB + "/b.json", other.mediaType(), other.size(), other.sha256());

        // then
        assertThatThrownBy(() -> documents.read(other, Recognition.class)).isInstanceOf(UndecodableException.class);
        assertThatThrownBy(() -> documents.read(missing, Recognition.class)).isInstanceOf(NoSuchFileException.class);
    }
}
