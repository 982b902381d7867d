package pl.paragon.ocr.decoder;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.contracts.file.FileType;
import pl.paragon.ocr.natives.OpenCv;
import pl.paragon.ocr.picture.PictureDecoder;
import pl.paragon.ocr.picture.PictureFrame;
import pl.paragon.ocr.picture.PictureLimits;

/**
 * Processor time and peak memory of the process that decodes one picture, by the kernel's count of ended children. For
 * decision 18 ({@code src/test/resources/pictures/decoder-costs} runs it for each kind); Linux only.
 *
 * <p>Arguments: a folder for natives, the picture, by what to reduce it, how often. The first line printed is a run that
 * does not count, since it may unpack the natives.
 */
public final class DecoderCosts {

    private static final int CHILDREN = -1;
    private static final long RUSAGE = 144;
    private static final long SYSTEM_TIME = 16;
    private static final long PEAK = 32;

    private DecoderCosts() {}

    public static void main(String[] arguments) throws Throwable {
        Path natives = Path.of(arguments[0]);
        Path file = Path.of(arguments[1]);
        int reduction = Integer.parseInt(arguments[2]);
        OpenCv.load(natives.resolve("opencv"));
        DecoderProcess decoder = new DecoderProcess(
                natives.resolve("ffmpeg"), new DecoderLimits(320L << 20, 640L << 20, Duration.ofSeconds(60)));
        DecoderProcess.Picture picture = picture(decoder, file, reduction);
        for (int run = 0; run <= Integer.parseInt(arguments[3]); run++) {
            double before = usage().cpuSeconds();
            try (Mat pixels = decoder.decode(picture, action -> () -> {})) {
                Usage after = usage();
                System.out.printf(
                        "%s\t%d x %d\t%.2f s\t%d MB%n",
                        file.getFileName(),
                        pixels.cols(),
                        pixels.rows(),
                        after.cpuSeconds() - before,
                        after.peak() >> 10);
            }
        }
    }

    private static DecoderProcess.Picture picture(DecoderProcess decoder, Path file, int reduction) throws IOException {
        FileType type = FileType.detected(Files.readAllBytes(file)).orElseThrow();
        PictureLimits limits = new PictureLimits(
                Long.MAX_VALUE, 100_000_000, Long.MAX_VALUE, 1, Integer.MAX_VALUE, 1, Long.MAX_VALUE, 20);
        PictureFrame frame =
                new PictureDecoder(limits, decoder).check(file, type).getFirst();
        return new DecoderProcess.Picture(
                file, type, frame.index(), frame.size().width(), frame.size().height(), reduction);
    }

    /** @param peak of the largest child so far, in KiB */
    private record Usage(double cpuSeconds, long peak) {}

    private static Usage usage() throws Throwable {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor signature =
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment usage = arena.allocate(RUSAGE, Long.BYTES);
            linker.downcallHandle(linker.defaultLookup().findOrThrow("getrusage"), signature)
                    .invoke(CHILDREN, usage);
            return new Usage(seconds(usage, 0) + seconds(usage, SYSTEM_TIME), usage.get(ValueLayout.JAVA_LONG, PEAK));
        }
    }

    private static double seconds(MemorySegment usage, long at) {
        return usage.get(ValueLayout.JAVA_LONG, at) + usage.get(ValueLayout.JAVA_LONG, at + Long.BYTES) / 1e6;
    }
}
