package pl.paragon.ocr.decoder;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.contracts.file.FileType;
import pl.paragon.ocr.decoder.DecoderMain.Order;
import pl.paragon.ocr.decoder.DecoderMain.Order.Kind;

/** Starts a decoder for one picture, takes its pixels, and says why if there are none. */
public final class DecoderProcess {

    /** The shell sets the limits and is gone. A machine short of memory is to take the decoder, not the worker. */
    private static final String LIMITED = """
            ulimit -t "$1"; ulimit -d "$2" 2>/dev/null
            { echo 1000 > /proc/self/oom_score_adj; } 2>/dev/null
            shift 2; exec "$@"
            """;

    /** The decoder has no use for the rest, which holds passwords and the worker's own JVM options. */
    private static final Set<String> ENVIRONMENT = Set.of("LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH");

    /** What the decoder needs beside its program. */
    private static final List<String> LIBRARIES = List.of(
            "org/bytedeco/javacpp/Loader.class",
            "org/bytedeco/ffmpeg/global/avcodec.class",
            "org/bytedeco/javacpp/%s/%s".formatted(Loader.getPlatform(), System.mapLibraryName("jnijavacpp")),
            "org/bytedeco/ffmpeg/%s/%s".formatted(Loader.getPlatform(), System.mapLibraryName("jniavcodec")));

    private static final File NOTHING = new File("/dev/null");

    private final Path natives;
    private final DecoderLimits limits;
    private final Class<?> program;
    private final String classPath;

    /** @param natives where FFmpeg's are unpacked by the first decoder, and found again by the next */
    public DecoderProcess(Path natives, DecoderLimits limits) {
        this(natives, limits, DecoderMain.class);
    }

    /** @param program to run as the decoder; tests have some that fail */
    DecoderProcess(Path natives, DecoderLimits limits, Class<?> program) {
        this.natives = natives;
        this.limits = limits;
        this.program = program;
        this.classPath = classPath(program);
    }

    /** The few archives that the decoder needs, wherever the worker has its own from. */
    private static String classPath(Class<?> program) {
        String main = program.getName().replace('.', '/') + ".class";
        return Stream.concat(Stream.of(main), LIBRARIES.stream())
                .map(DecoderProcess::origin)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * One picture of a file, as its header was read.
     *
     * @param index of the picture in its file
     * @param width before any reduction
     * @param reduction by which the decoder makes both sides smaller, rounded up; 1 for TIFF, GIF and BMP
     */
    public record Picture(Path file, FileType type, int index, int width, int height, int reduction) {

        private Order order() {
            Kind kind =
                    switch (type) {
                        case HEIC, AVIF -> Kind.HEIF;
                        case JPEG2000 -> Kind.JPEG2000;
                        case TIFF -> Kind.TIFF;
                        case GIF -> Kind.GIF;
                        case BMP -> Kind.BMP;
                        case JPEG, PNG, WEBP, PDF -> throw new IllegalArgumentException("no decoder for " + type);
                    };
            return new Order(kind, file.toAbsolutePath(), index, width, height, reduction);
        }

        private int reducedWidth() {
            return (width + reduction - 1) / reduction;
        }

        private int reducedHeight() {
            return (height + reduction - 1) / reduction;
        }
    }

    /**
     * Decodes a picture on white; the result is the caller's, to be closed.
     *
     * @throws DecoderException whatever is wrong with the picture or its decoder; {@link DecoderFault#CRASHED} too if
     *     it was stopped, since then it was killed
     */
    public Mat decode(Picture picture, Stopping stopping) throws IOException, DecoderException, InterruptedException {
        Process process = start(picture.order());
        Mat pixels = new Mat(picture.reducedHeight(), picture.reducedWidth(), CV_8UC3);
        boolean whole = false;
        try (Stopping.Registration registration = stopping.whenStopped(process::destroyForcibly)) {
            whole = take(process, picture, pixels);
            require(process, whole);
            return pixels;
        } finally {
            process.destroyForcibly();
            if (!whole) {
                pixels.close();
            }
        }
    }

    /** @return whether all pixels came, and none too many */
    private static boolean take(Process process, Picture picture, Mat pixels) {
        try (DataInputStream in = new DataInputStream(process.getInputStream())) {
            if (in.readInt() != picture.reducedWidth() || in.readInt() != picture.reducedHeight()) {
                return false;
            }
            ReadableByteChannel rest = Channels.newChannel(in);
            ByteBuffer room = pixels.createBuffer();
            while (room.hasRemaining()) {
                if (rest.read(room) < 0) {
                    return false;
                }
            }
            return in.read() < 0;
        } catch (IOException e) {
            return false; // it ended early, or was killed
        }
    }

    private static void require(Process process, boolean whole) throws DecoderException, InterruptedException {
        int status = process.waitFor();
        if (status == 0 && whole) {
            return;
        }
        if (status == 1) {
            throw new IllegalStateException("The decoder could not be started; its standard error says why");
        }
        DecoderFault fault = DecoderFault.of(status).orElse(DecoderFault.CRASHED);
        throw new DecoderException(fault, "The decoder ended with " + status);
    }

    private Process start(Order order) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                LIMITED,
                "decoder",
                String.valueOf(limits.cpuTime().toSeconds()),
                String.valueOf(limits.memory() >> 10)));
        command.addAll(java());
        command.addAll(List.of(order.words()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().retainAll(ENVIRONMENT);
        return builder.start();
    }

    private List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + (limits.heap() >> 20) + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // it lives for a second
                "-XX:-UsePerfData",
                "-XX:+SuppressFatalErrorMessage", // a crash is an answer like any other
                "-XX:-CreateCoredumpOnCrash",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Dorg.bytedeco.javacpp.cachedir=" + natives,
                "-Dorg.bytedeco.javacpp.maxBytes=0",
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0",
                "-cp",
                classPath,
                program.getName());
    }

    private static String origin(String resource) {
        URL found = DecoderProcess.class.getClassLoader().getResource(resource);
        if (found == null) {
            throw new IllegalStateException("Not on the class path: " + resource);
        }
        String location = found.toString();
        String archive = location.substring(0, location.length() - resource.length());
        if (archive.startsWith("jar:")) {
            archive = archive.substring("jar:".length(), archive.lastIndexOf("!/"));
        }
        return Path.of(URI.create(archive)).toString();
    }
}
