package pl.paragon.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.event.JobEvent;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.file.ReceiptFileReader;
import pl.paragon.ocr.file.Workspace;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.picture.PictureDecoder;
import pl.paragon.ocr.reading.HandSetAlarms;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingMetrics;
import pl.paragon.ocr.reading.ReadingThreads;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.testsupport.DrawnReceipts;
import pl.paragon.testsupport.RecordedContext;
import pl.paragon.worker.stage.StageException;

/** Native code that does not come back costs its own job, and no other. */
class HungPictureTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Instant NOW = Instant.parse("2026-03-14T09:00:05Z");

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        Natives.loadOpenCv();
    }

    @Test
    @Timeout(
            value = 5,
            unit = TimeUnit.MINUTES) // a seat that is not given back would keep the next job waiting for ever
    void shouldGiveUpTheJobWhosePictureHangsAndReadTheNext() throws Exception {
        // given: one thread, and a reader that takes no notice of anything on its first picture
        CountDownLatch released = new CountDownLatch(1);
        HandSetAlarms time = new HandSetAlarms();
        try (ReadingThreads threads = new ReadingThreads(1, LIMIT, GRACE, 1, time)) {
            FileSystemReceiptFileStore store = new FileSystemReceiptFileStore(folder.resolve("store"));
            OcrHandler handler = handler(store, new HangsOnce(time, released), threads);
            ReceiptSubmitted hanging = submitted(store, JobId.random());
            ReceiptSubmitted next = submitted(store, JobId.random());

            // when / then
            assertThatThrownBy(() -> handler.handle(hanging, new RecordedContext(hanging.jobId())))
                    .isInstanceOfSatisfying(
                            StageException.class,
                            e -> assertThat(e.error().code()).isEqualTo(ErrorCode.OCR_TIMEOUT));
            JobEvent told = handler.handle(next, new RecordedContext(next.jobId()));
            assertThat(told).isInstanceOf(ReceiptTextRecognized.class);
            assertThat(told.jobId()).isEqualTo(next.jobId());
            released.countDown(); // the close waits for the thread that hangs
        } finally {
            released.countDown();
        }
    }

    private OcrHandler handler(FileSystemReceiptFileStore store, PageReader reader, ReadingThreads threads)
            throws IOException {
        PictureDecoder decoder = Natives.pictureDecoder();
        ReadingMetrics metrics = new ReadingMetrics(new SimpleMeterRegistry());
        return new OcrHandler(
                store,
                new ReceiptFileReader(
                        reader, decoder, threads, metrics, Configs.defaults().fileLimits()),
                new QualityGate(Configs.defaults().quality()),
                Workspace.open(folder.resolve("uploads"), NOW),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private ReceiptSubmitted submitted(FileSystemReceiptFileStore store, JobId job) throws IOException {
        Path file = DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("paragon.png"));
        try (InputStream content = Files.newInputStream(file)) {
            FileReference reference = store.put(job, "upload", "image/png", content);
            return new ReceiptSubmitted(
                    job, NOW, new Submission("paragon.png", reference, null, Submission.ANONYMOUS, NOW));
        }
    }

    private static final class HangsOnce implements PageReader {

        private final HandSetAlarms time;
        private final CountDownLatch released;
        private final AtomicBoolean hung = new AtomicBoolean();

        private HangsOnce(HandSetAlarms time, CountDownLatch released) {
            this.time = time;
            this.released = released;
        }

        @Override
        public String engine() {
            return "hangs-once";
        }

        @Override
        public Page read(Picture picture, int number, StopSignal stop) {
            if (hung.compareAndSet(false, true)) {
                hang();
            }
            TextLine line =
                    new TextLine(Quad.of(new Box(1, 2, 3, 4)), "SUMA PLN 26,77", 0.9, List.of(), List.of(), List.of());
            return new Page(number, picture.width(), picture.height(), Page.Origin.PICTURE, List.of(line));
        }

        @Override
        public List<Word> read(Picture picture, List<Box> places, StopSignal stop) {
            return List.of();
        }

        private void hang() {
            time.pass(LIMIT.plus(GRACE));
            while (released.getCount() > 0) {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    // as native code: no notice is taken
                }
            }
        }

        @Override
        public void close() {}
    }
}
