package pl.paragon.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.error.ErrorType;
import pl.paragon.contracts.event.ReceiptSubmitted;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.file.FileType;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.decoder.DecoderLimits;
import pl.paragon.ocr.decoder.DecoderProcess;
import pl.paragon.ocr.decoder.FaultyDecoder;
import pl.paragon.ocr.file.ReceiptFileReader;
import pl.paragon.ocr.file.Workspace;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.picture.PictureDecoder;
import pl.paragon.ocr.picture.PictureFrame;
import pl.paragon.ocr.reading.PageReader;
import pl.paragon.ocr.reading.ReadingMetrics;
import pl.paragon.ocr.reading.ReadingThreads;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.runtime.files.FileSystemReceiptFileStore;
import pl.paragon.testsupport.DrawnReceipts;
import pl.paragon.testsupport.RecordedContext;
import pl.paragon.worker.stage.StageException;

/**
 * Whatever happens to a decoder costs its own job, with a sentence that blames no photographer, and no other. The
 * limit of time is for a decoder that nothing ends: reading its output cannot be interrupted.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DecoderFaultsIT {

    private static final Instant NOW = Instant.parse("2026-03-14T09:00:05Z");
    private static final long ENOUGH = 640L << 20;

    @TempDir
    Path folder;

    private final ReadingThreads threads = new ReadingThreads(1, Duration.ofMinutes(5), Duration.ofMinutes(5), 1);

    @BeforeAll
    static void load() {
        Natives.loadOpenCv();
    }

    @AfterEach
    void close() {
        threads.close();
        assertThat(FaultyDecoder.isAnyAlive()).as("a decoder is left").isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultyDecoder.class,
            names = {"SPINS", "ABORTS", "IS_KILLED", "ENDS_EARLY"})
    void shouldAskForAnotherFormatIfTheDecoderDies(FaultyDecoder decoder) throws Exception {
        // given
        OcrHandler handler = handler(decoder.process());

        // when
        StageException failure = failure(handler, "scene.heic", "image/heic");

        // then
        assertThat(failure.error().code()).isEqualTo(ErrorCode.IMAGE_UNSUPPORTED);
        assertEndsAtOnce(
                failure,
                "Tej odmiany pliku graficznego nie potrafimy odczytać."
                        + " Zapisz zdjęcie jako JPEG lub PNG i prześlij ponownie.",
                "This variety of picture file cannot be decoded. Save the picture as JPEG or PNG and upload it again.");
        assertReadsTheNext(handler);
    }

    @Test
    void shouldAskForASmallerPictureIfTheHeapIsTooSmallForIt() throws Exception {
        // given a heap that holds the decoder, and no picture of 12 megapixels
        DecoderProcess process = process(new DecoderLimits(12L << 20, ENOUGH, Duration.ofSeconds(30)));
        BufferedImage large = new BufferedImage(4_000, 3_000, BufferedImage.TYPE_BYTE_INDEXED);
        Path file = folder.resolve("large.gif");
        assertThat(ImageIO.write(large, "gif", file.toFile())).isTrue();

        // when / then
        assertAsksForASmallerPicture(handler(process), file, "image/gif");
    }

    @Test
    void shouldAskForASmallerPictureIfNativeMemoryIsTooSmallForIt() throws Exception {
        // given a JPEG 2000 of 31 megapixels, which fits into the memory that a decoder has by default
        Path file = resource("white.jp2");
        PictureDecoder sound = Natives.pictureDecoder();
        PictureFrame frame = sound.check(file, FileType.JPEG2000).getFirst();
        sound.decode(file, FileType.JPEG2000, frame, new StopSignal()).close();

        // and a decoder that has less
        DecoderProcess process = process(new DecoderLimits(64L << 20, 200L << 20, Duration.ofSeconds(30)));

        // when / then
        assertAsksForASmallerPicture(handler(process), file, "image/jp2");
    }

    @Test
    void shouldKillADecoderThatHangsWhenItsJobIsStopped() throws Exception {
        // given
        PictureDecoder decoder =
                new PictureDecoder(Configs.defaults().picture().limits(), FaultyDecoder.HANGS.process());
        Path file = resource("scene.heic");
        PictureFrame frame = decoder.check(file, FileType.HEIC).getFirst();
        StopSignal stop = new StopSignal();
        FutureTask<Picture> decoding = new FutureTask<>(() -> decoder.decode(file, FileType.HEIC, frame, stop));
        Thread.ofVirtual().start(decoding);
        await("the decoder").atMost(Duration.ofMinutes(1)).until(FaultyDecoder::isAnyAlive);

        // when
        stop.raise();

        // then
        assertThatThrownBy(decoding::get).hasCauseInstanceOf(StageException.class);
    }

    private void assertAsksForASmallerPicture(OcrHandler handler, Path file, String mediaType) throws Exception {
        StageException failure = failure(handler, file, mediaType);
        assertThat(failure.error().code()).isEqualTo(ErrorCode.IMAGE_TOO_LARGE);
        assertEndsAtOnce(
                failure,
                "Zdjęcie ma zbyt wiele pikseli. Zmniejsz je i prześlij ponownie.",
                "The picture has too many pixels. Make it smaller and upload it again.");
        assertReadsTheNext(handler);
    }

    private static void assertEndsAtOnce(StageException failure, String polish, String english) {
        ErrorCode code = failure.error().code();
        assertThat(code.type()).as("no retry").isEqualTo(ErrorType.DOCUMENT);
        assertThat(code.message()).isEqualTo(polish);
        assertThat(code.messageEn()).isEqualTo(english);
    }

    private void assertReadsTheNext(OcrHandler handler) throws Exception {
        ReceiptSubmitted next =
                submitted(DrawnReceipts.write(DrawnReceipts.picture(), folder.resolve("next.png")), "image/png");
        assertThat(handler.handle(next, new RecordedContext(next.jobId()))).isInstanceOf(ReceiptTextRecognized.class);
    }

    private StageException failure(OcrHandler handler, String name, String mediaType) throws Exception {
        return failure(handler, resource(name), mediaType);
    }

    private StageException failure(OcrHandler handler, Path file, String mediaType) throws Exception {
        ReceiptSubmitted receipt = submitted(file, mediaType);
        return catchThrowableOfType(
                StageException.class, () -> handler.handle(receipt, new RecordedContext(receipt.jobId())));
    }

    private static DecoderProcess process(DecoderLimits limits) {
        return new DecoderProcess(Natives.FOLDER.resolve("ffmpeg"), limits);
    }

    private OcrHandler handler(DecoderProcess process) throws IOException {
        OcrConfig config = Configs.defaults();
        return new OcrHandler(
                new FileSystemReceiptFileStore(folder.resolve("store")),
                new ReceiptFileReader(
                        new OneLine(),
                        new PictureDecoder(config.picture().limits(), process),
                        threads,
                        new ReadingMetrics(new SimpleMeterRegistry()),
                        config.fileLimits()),
                new QualityGate(config.quality()),
                Workspace.open(folder.resolve("uploads"), NOW),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private ReceiptSubmitted submitted(Path file, String mediaType) throws IOException {
        JobId job = JobId.random();
        try (InputStream content = Files.newInputStream(file)) {
            FileReference upload =
                    new FileSystemReceiptFileStore(folder.resolve("store")).put(job, "upload", mediaType, content);
            return new ReceiptSubmitted(
                    job, NOW, new Submission(file.getFileName().toString(), upload, null, Submission.ANONYMOUS, NOW));
        }
    }

    private Path resource(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = getClass().getResourceAsStream("/pictures/" + name)) {
            return Files.write(file, in.readAllBytes());
        }
    }

    /** Sees one line in any picture. */
    private static final class OneLine implements PageReader {

        @Override
        public String engine() {
            return "one-line";
        }

        @Override
        public Page read(Picture picture, int number, StopSignal stop) {
            TextLine line =
                    new TextLine(Quad.of(new Box(1, 2, 3, 4)), "SUMA PLN 26,77", 0.9, List.of(), List.of(), List.of());
            return new Page(number, picture.width(), picture.height(), Page.Origin.PICTURE, List.of(line));
        }

        @Override
        public List<Word> read(Picture picture, List<Box> places, StopSignal stop) {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
