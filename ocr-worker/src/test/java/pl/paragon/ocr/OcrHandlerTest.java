package pl.paragon.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.job.Step;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.document.PdfFile;
import pl.paragon.ocr.file.FileLimits;
import pl.paragon.ocr.file.ReceiptFileReader;
import pl.paragon.ocr.file.Workspace;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.picture.PictureDecoder;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingMetrics;
import pl.paragon.ocr.reading.ReadingStoppedException;
import pl.paragon.ocr.reading.ReadingThreads;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.runtime.files.ReceiptFileStore;
import pl.paragon.runtime.files.StoreFullException;
import pl.paragon.testsupport.DrawnReceipts;
import pl.paragon.testsupport.RecordedContext;
import pl.paragon.worker.stage.StageException;

class OcrHandlerTest {

    private static final JobId JOB = JobId.of("0b8c9a4e-5c0e-4f5e-9d0a-3f1c2b7a6d55");
    private static final Instant NOW = Instant.parse("2026-03-14T09:00:05Z");

    @TempDir
    Path folder;

    private final OneLineReader reader = new OneLineReader();
    private final ReadingThreads threads = new ReadingThreads(1, Duration.ofMinutes(5), Duration.ofMinutes(5), 1);
    private FileSystemReceiptFileStore store;
    private Path workspace;
    private OcrHandler handler;
    private RecordedContext context;

    @BeforeAll
    static void load() {
        Natives.loadOpenCv();
    }

    @BeforeEach
    void build() throws IOException {
        store = new FileSystemReceiptFileStore(folder.resolve("store"));
        workspace = Workspace.open(folder.resolve("uploads"), NOW);
        handler = handler(store);
        context = new RecordedContext(JOB);
    }

    private OcrHandler handler(ReceiptFileStore files) {
        PictureDecoder decoder = Natives.pictureDecoder();
        ReadingMetrics metrics = new ReadingMetrics(new SimpleMeterRegistry());
        return new OcrHandler(
                files,
                new ReceiptFileReader(
                        reader, decoder, threads, metrics, Configs.defaults().fileLimits()),
                new QualityGate(Configs.defaults().quality()),
                workspace,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() throws IOException {
        threads.close();
        try (Stream<Path> left = Files.list(workspace)) {
            assertThat(left).as("nothing is left in the workspace").isEmpty();
        }
    }

    @Test
    void shouldStoreTheTextAndTellIt() throws Exception {
        // given
        ReceiptSubmitted receipt =
                submitted(DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("a.png")), "image/png");

        // when
        ReceiptTextRecognized told = (ReceiptTextRecognized) handler.handle(receipt, context);

        // then
        assertThat(told.jobId()).isEqualTo(JOB);
        assertThat(told.occurredAt()).isEqualTo(NOW);
        assertThat(told.workStartedAt()).isEqualTo(RecordedContext.STARTED);
        assertThat(told.submission()).isEqualTo(receipt.submission());
        assertThat(told.text().key()).isEqualTo(JOB + "/text.json");
        RecognizedText text = stored(told.text());
        assertThat(text.engine()).isEqualTo("one-line");
        assertThat(text.pages()).hasSize(1);
        assertThat(text.pages().getFirst().lines().getFirst().text()).isEqualTo("SUMA PLN 26,77");
    }

    @Test
    void shouldTellItsFourStepsAsItDoesThem() throws Exception {
        // when
        handler.handle(
                submitted(DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("a.jpg")), "image/jpeg"),
                context);

        // then
        assertThat(context.steps())
                .containsExactly(Step.INITIALIZING, Step.FILE_VALIDATION, Step.OCR, Step.OCR_QUALITY_CHECK);
    }

    @Test
    void shouldNotReadAnewWhatAnEarlierDeliveryRead() throws Exception {
        // given
        ReceiptSubmitted receipt =
                submitted(DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("a.png")), "image/png");
        ReceiptTextRecognized first = (ReceiptTextRecognized) handler.handle(receipt, context);

        // when
        ReceiptTextRecognized second = (ReceiptTextRecognized) handler.handle(receipt, new RecordedContext(JOB));

        // then
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(reader.pages).isEqualTo(1);
    }

    @Test
    void shouldTakeTheTextLayerOfAPdfThatShowsItWithoutHavingThePagesRead() throws Exception {
        // given
        Path file = DrawnReceipts.writeTextPdf(folder.resolve("a.pdf"), 2);
        reader.printed = words(file);

        // when
        ReceiptTextRecognized told =
                (ReceiptTextRecognized) handler.handle(submitted(file, "application/pdf"), context);

        // then
        RecognizedText text = stored(told.text());
        assertThat(text.engine()).isEqualTo("text-layer");
        assertThat(text.pages()).extracting(Page::number).containsExactly(1, 2);
        assertThat(text.pages()).extracting(Page::origin).containsOnly(Page.Origin.TEXT_LAYER);
        assertThat(reader.pages).isZero();
    }

    @Test
    void shouldHaveTheReaderReadAPdfOfPictures() throws Exception {
        // when
        ReceiptTextRecognized told = (ReceiptTextRecognized) handler.handle(
                submitted(DrawnReceipts.writePicturePdf(folder.resolve("a.pdf"), 1), "application/pdf"), context);

        // then
        assertThat(stored(told.text()).engine()).isEqualTo("one-line");
        assertThat(reader.pages).isEqualTo(1);
    }

    @Test
    void shouldRefuseAFileThatIsNotWhatItsTypeSays() throws Exception {
        // given
        ReceiptSubmitted receipt =
                submitted(DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("a.png")), "image/jpeg");

        // when / then
        assertFails(receipt, ErrorCode.FILE_TYPE_MISMATCH);
        assertThat(context.steps()).containsExactly(Step.INITIALIZING, Step.FILE_VALIDATION);
    }

    @Test
    void shouldRefuseAnEmptyFile() throws Exception {
        assertFails(submitted(Files.createFile(folder.resolve("empty")), "image/png"), ErrorCode.FILE_EMPTY);
    }

    @Test
    void shouldSayThatAFileIsGone() throws Exception {
        // given
        ReceiptSubmitted receipt =
                submitted(DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("a.png")), "image/png");
        store.delete(JOB);

        // when / then
        assertFails(receipt, ErrorCode.FILE_MISSING);
    }

    @Test
    void shouldWaitForAStoreThatHasNoRoomForTheText() throws Exception {
        // given
        ReceiptSubmitted receipt =
                submitted(DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("a.png")), "image/png");
        handler = handler(full(store));

        // when / then
        assertFails(receipt, ErrorCode.STORE_UNAVAILABLE);
    }

    private static ReceiptFileStore full(ReceiptFileStore store) {
        return (ReceiptFileStore) Proxy.newProxyInstance(
                OcrHandlerTest.class.getClassLoader(),
                new Class<?>[] {ReceiptFileStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("putIfAbsent")) {
                        throw new StoreFullException(new IOException("No space left on device"));
                    }
                    return method.invoke(store, arguments);
                });
    }

    @Test
    void shouldKeepNoTextThatIsNotGoodEnough() throws Exception {
        // given
        reader.text = "..";
        ReceiptSubmitted receipt =
                submitted(DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("a.png")), "image/png");

        // when / then
        assertFails(receipt, ErrorCode.TEXT_TOO_SHORT);
        assertThat(store.find(JOB, OcrHandler.TEXT, "application/json")).isEmpty();
        assertThat(context.steps()).last().isEqualTo(Step.OCR_QUALITY_CHECK);
    }

    private static List<Word> words(Path file) throws ReadingStoppedException {
        FileLimits limits = Configs.defaults().fileLimits();
        try (PdfFile pdf = PdfFile.open(file, limits.pdf(), limits.page(), Natives.NO_JPEG_2000, new StopSignal())) {
            return pdf.content(0, new StopSignal()).page().lines().stream()
                    .flatMap(line -> line.words().stream())
                    .toList();
        }
    }

    private void assertFails(ReceiptSubmitted receipt, ErrorCode code) {
        assertThatThrownBy(() -> handler.handle(receipt, context))
                .isInstanceOfSatisfying(
                        StageException.class, e -> assertThat(e.error().code()).isEqualTo(code));
    }

    private ReceiptSubmitted submitted(Path file, String mediaType) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            FileReference reference = store.put(JOB, "upload", mediaType, content);
            return new ReceiptSubmitted(
                    JOB, NOW, new Submission("paragon", reference, null, Submission.ANONYMOUS, NOW));
        }
    }

    private RecognizedText stored(FileReference reference) throws IOException {
        try (InputStream content = store.open(reference)) {
            return Json.read(content, RecognizedText.class);
        }
    }

    /** Sees the same line in each picture. */
    private static final class OneLineReader implements PageReader {

        private String text = "SUMA PLN 26,77";
        private int pages;
        /** What it sees where it is asked for words. */
        private List<Word> printed = List.of();

        @Override
        public String engine() {
            return "one-line";
        }

        @Override
        public Page read(Picture picture, int number, StopSignal stop) {
            pages++;
            TextLine line = new TextLine(Quad.of(new Box(1, 2, 3, 4)), text, 0.9, List.of(), List.of(), List.of());
            return new Page(number, picture.width(), picture.height(), Page.Origin.PICTURE, List.of(line));
        }

        @Override
        public List<Word> read(Picture picture, List<Box> places, StopSignal stop) {
            return places.stream()
                    .map(place -> printed.stream()
                            .filter(word -> word.box().equals(place))
                            .findFirst()
                            .orElse(new Word("", place, 0)))
                    .toList();
        }

        @Override
        public void close() {}
    }
}
