package pl.paragon.ocr.decoder;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import pl.paragon.ocr.Natives;

/** Decoders that fail as native code does, under the limits of a real one. */
public enum FaultyDecoder {
    /** A loop: the kernel ends it when its processor time is used up, or it ends by itself and blames the file. */
    SPINS(Spins.class),
    /** What the C library does about a damaged heap. */
    ABORTS(Aborts.class),
    /** What the kernel does if the machine runs out of memory. */
    IS_KILLED(IsKilled.class),
    /** Says that all is well, and has sent half of the picture. */
    ENDS_EARLY(EndsEarly.class),
    /** Waits, without using its processor time up. */
    HANGS(Hangs.class);

    /** Long after whatever is tested, so that a decoder that nobody ends does not run for ever. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final int BROKEN = 10;
    private static final long HEAP = 64L << 20;
    private static final long MEMORY = 640L << 20;

    private final Class<?> program;

    FaultyDecoder(Class<?> program) {
        this.program = program;
    }

    public DecoderProcess process() {
        DecoderLimits limits = new DecoderLimits(HEAP, MEMORY, Duration.ofSeconds(1));
        return new DecoderProcess(Natives.FOLDER.resolve("ffmpeg"), limits, program);
    }

    /** Whether a decoder of any kind is alive below this process. */
    public static boolean isAnyAlive() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .anyMatch(process -> process.info().commandLine().orElse("").contains("pl.paragon.ocr.decoder."));
    }

    static final class Spins {
        public static void main(String[] arguments) {
            long end = System.nanoTime() + LONGEST.toNanos();
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            System.exit(BROKEN);
        }
    }

    static final class Aborts {
        public static void main(String[] arguments) throws Throwable {
            function("abort", FunctionDescriptor.ofVoid()).invoke();
        }
    }

    static final class IsKilled {
        private static final int SIGKILL = 9;

        public static void main(String[] arguments) throws Throwable {
            FunctionDescriptor raise = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
            function("raise", raise).invoke(SIGKILL);
        }
    }

    static final class EndsEarly {
        /** Among the words of {@link DecoderMain.Order}, which is not on the class path of this program. */
        private static final int WIDTH = 3;

        public static void main(String[] arguments) throws IOException {
            int width = Integer.parseInt(arguments[WIDTH]);
            int height = Integer.parseInt(arguments[WIDTH + 1]);
            DataOutputStream out = new DataOutputStream(System.out);
            out.writeInt(width);
            out.writeInt(height);
            out.write(new byte[width * height]);
            out.flush();
        }
    }

    static final class Hangs {
        public static void main(String[] arguments) throws InterruptedException {
            Thread.sleep(LONGEST);
        }
    }

    private static MethodHandle function(String name, FunctionDescriptor signature) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), signature);
    }
}
