package pl.paragon.ocr.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** In a process of its own, since it has to end. */
class HeldEnvironmentTest {

    private static final int ENDED_WELL = 0;

    @Test
    void shouldLetPagesBeReadWhileTheProcessShutsDown() throws Exception {
        // given
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder reading = new ProcessBuilder(
                java.toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ReadingAtShutdown.class.getName());
        // Freed memory is filled with this byte (glibc), so that reading it is seen.
        reading.environment().put("MALLOC_PERTURB_", "165");
        reading.redirectErrorStream(true);

        // when
        Process process = reading.start();
        String said = new String(process.getInputStream().readAllBytes());

        // then
        assertThat(process.waitFor()).as(said).isEqualTo(ENDED_WELL);
        assertThat(said).contains("read at shutdown");
    }

    /** Reads once more when it is told to stop, after the library's own hook. */
    static final class ReadingAtShutdown {

        /** Large enough for the library to ask for more memory, which it logs by way of the environment. */
        private static final int SIDE = 640;

        public static void main(String[] arguments) throws Exception {
            OrtEnvironment environment = HeldEnvironment.get();
            OnnxModel model = new OnnxModel(environment, detector());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    Thread.sleep(1_000); // hooks run side by side, and nothing says when another is done
                    FloatBuffer page = ByteBuffer.allocateDirect(3 * SIDE * SIDE * Float.BYTES)
                            .order(ByteOrder.nativeOrder())
                            .asFloatBuffer();
                    model.run(page, 1, 3, SIDE, SIDE);
                    System.out.println("read at shutdown");
                } catch (Exception e) {
                    e.printStackTrace();
                }
            }));
        }

        private static byte[] detector() throws IOException {
            try (InputStream in = OnnxModel.class.getClassLoader().getResourceAsStream("models/paragon-det.onnx")) {
                return in.readAllBytes();
            }
        }
    }
}
