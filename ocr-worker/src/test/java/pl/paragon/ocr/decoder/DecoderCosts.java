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
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.contracts.file.FileType;
import pl.paragon.ocr.natives.OpenCv;
import pl.paragon.ocr.picture.PictureDecoder;
import pl.paragon.ocr.picture.PictureFrame;
import pl.paragon.ocr.picture.PictureLimits;

/**
 * Processor time and peak memory of the process that decodes one picture: the kernel's count of ended children, and the
 * highest resident memory that its status shows while it lives. For decision 18
 * ({@code src/test/resources/pictures/decoder-costs} runs it for each kind); Linux only.
 *
 * <p>Arguments: a folder for natives, the picture, by what to reduce it, how often. The first line printed is a run
 * that does not count, since it may unpack the natives.
 */
public final class DecoderCosts {

    private static final int CHILDREN = -1;
    private static final long RUSAGE = 144;
    private static final long SYSTEM_TIME = 16;

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
            double before = cpuSeconds();
            try (Peak peak = new Peak();
                    Mat pixels = decoder.decode(picture, action -> () -> {})) {
                System.out.printf(
                        "%s\t%d x %d\t%.2f s\t%d MB%n",
                        file.getFileName(), pixels.cols(), pixels.rows(), cpuSeconds() - before, peak.kib >> 10);
            }
        }
    }

    /**
     * The highest that a decoder among the children has had; what they inherited before they were one is not theirs.
     */
    private static final class Peak implements AutoCloseable {

        private static final Pattern HIGHEST = Pattern.compile("VmHWM:\\s+(\\d+) kB");

        private final Thread watch = Thread.ofPlatform().daemon().start(this::watch);
        private volatile long kib;

        private void watch() {
            while (!Thread.interrupted()) {
                ProcessHandle.current().children().forEach(this::look);
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }

        private void look(ProcessHandle child) {
            Path status = Path.of("/proc", String.valueOf(child.pid()), "status");
            try {
                if (child.info().commandLine().orElse("").contains("DecoderMain")) {
                    Matcher highest = HIGHEST.matcher(Files.readString(status));
                    kib = highest.find() ? Math.max(kib, Long.parseLong(highest.group(1))) : kib;
                }
            } catch (IOException e) {
                // it has ended
            }
        }

        @Override
        public void close() {
            watch.interrupt();
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

    private static double cpuSeconds() throws Throwable {
        Linker linker = Linker.nativeLinker();
        FunctionDescriptor signature =
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment usage = arena.allocate(RUSAGE, Long.BYTES);
            linker.downcallHandle(linker.defaultLookup().findOrThrow("getrusage"), signature)
                    .invoke(CHILDREN, usage);
            return seconds(usage, 0) + seconds(usage, SYSTEM_TIME);
        }
    }

    private static double seconds(MemorySegment usage, long at) {
        return usage.get(ValueLayout.JAVA_LONG, at) + usage.get(ValueLayout.JAVA_LONG, at + Long.BYTES) / 1e6;
    }
}
