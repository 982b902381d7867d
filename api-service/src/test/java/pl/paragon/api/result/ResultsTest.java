package pl.paragon.api.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.api.Defaults;
import pl.paragon.api.Samples;
import pl.paragon.api.persistence.PersistenceUnavailableException;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;

class ResultsTest {

    private static final JobId JOB = JobId.of("00000000-0000-4000-8000-000000000001");
    private static final JobId OTHER = JobId.of("00000000-0000-4000-8000-000000000002");

    @TempDir
    Path folder;

    private final Database database = new Database();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private FileSystemReceiptFileStore store;
    private Results results;

    @BeforeEach
    void open() throws IOException {
        store = new FileSystemReceiptFileStore(folder);
        results = new Results(store, database, Defaults.of(ResultConfig.class), meters);
    }

    @Test
    void shouldReadTheStoreOnceAndAskNobodyElse() throws IOException {
        // given
        FileReference document = Samples.analyzed(JOB, store).analysis();

        // when
        AnalyzedReceipt first = results.of(JOB, document);
        store.delete(JOB);
        AnalyzedReceipt second = results.of(JOB, document);

        // then
        assertThat(first).isEqualTo(Samples.document());
        assertThat(second).isEqualTo(first);
        assertThat(database.asked).isZero();
        assertThat(read("store")).isEqualTo(1);
        assertThat(read("cache")).isEqualTo(1);
    }

    @Test
    void shouldAskTheDatabaseIfTheFileIsGone() throws IOException {
        // given
        FileReference document = Samples.analyzed(JOB, store).analysis();
        store.delete(JOB);
        database.saved.put(JOB, Json.write(Samples.document()));

        // when, then
        assertThat(results.of(JOB, document)).isEqualTo(Samples.document());
        assertThat(read("database")).isEqualTo(1);
    }

    @Test
    void shouldAskTheDatabaseIfTheFileIsDamaged() throws IOException {
        // given a document that is still JSON, but with another total
        FileReference document = Samples.analyzed(JOB, store).analysis();
        Path file = store.folder(JOB).resolve("analysis.json");
        Files.writeString(file, Files.readString(file).replace("\"total_amount\":15.50", "\"total_amount\":95.50"));
        database.saved.put(JOB, Json.write(Samples.document()));

        // when, then
        assertThat(results.of(JOB, document)).isEqualTo(Samples.document());
    }

    @Test
    void shouldAskTheDatabaseIfTheStoreCannotBeRead() throws IOException {
        // given
        FileReference document = Samples.analyzed(JOB, store).analysis();
        Path file = store.folder(JOB).resolve("analysis.json");
        Files.delete(file);
        Files.createDirectory(file);
        database.saved.put(JOB, Json.write(Samples.document()));

        // when, then
        assertThat(results.of(JOB, document)).isEqualTo(Samples.document());
    }

    @Test
    void shouldNotMakeAResultUpIfNobodyHasIt() throws IOException {
        // given
        FileReference document = Samples.analyzed(JOB, store).analysis();
        store.delete(JOB);

        // when, then
        assertThatThrownBy(() -> results.of(JOB, document)).isInstanceOf(ResultUnavailableException.class);

        // when what comes back is no receipt
        database.saved.put(JOB, "{\"ocr_text\":".getBytes(StandardCharsets.UTF_8));

        // then
        assertThatThrownBy(() -> results.of(JOB, document)).isInstanceOf(ResultUnavailableException.class);

        // when it is there again
        database.saved.put(JOB, Json.write(Samples.document()));

        // then
        assertThat(results.of(JOB, document)).isEqualTo(Samples.document());
    }

    @Test
    void shouldHoldNoMoreBytesThanItMay() throws IOException {
        // given room for one document
        int size = Json.write(Samples.document()).length;
        ResultConfig config = Defaults.with(ResultConfig.class, Map.of("paragon.results.cache-size", size + "B"));
        results = new Results(store, database, config, meters);

        // when each of two is read twice, in turn
        FileReference one = Samples.analyzed(JOB, store).analysis();
        FileReference two = Samples.analyzed(OTHER, store).analysis();
        results.of(JOB, one);
        results.of(OTHER, two);
        results.of(JOB, one);
        results.of(OTHER, two);

        // then
        assertThat(results.bytes()).isLessThanOrEqualTo(size);
    }

    private double read(String source) {
        return meters.get("paragon.results.read")
                .tag("source", source)
                .counter()
                .count();
    }

    private static final class Database implements SavedAnalyses {

        final Map<JobId, byte[]> saved = new HashMap<>();
        int asked;

        @Override
        public byte[] of(JobId job) {
            asked++;
            if (!saved.containsKey(job)) {
                throw new PersistenceUnavailableException("not saved", null);
            }
            return saved.get(job);
        }
    }
}
