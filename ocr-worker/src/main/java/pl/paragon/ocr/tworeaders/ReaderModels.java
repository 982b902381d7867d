package pl.paragon.ocr.tworeaders;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import pl.paragon.ocr.line.CtcDecoder;
import pl.paragon.ocr.line.LineDetector;
import pl.paragon.ocr.line.LineRecogniser;
import pl.paragon.ocr.natives.BundledFiles;
import pl.paragon.ocr.natives.UnsupportedPlatformException;
import pl.paragon.ocr.onnx.HeldEnvironment;
import pl.paragon.ocr.onnx.OnnxModel;

/** The pair of models, loaded once per process and shared by all threads. */
public final class ReaderModels implements AutoCloseable {

    private final OnnxModel detector;
    private final OnnxModel recogniser;
    private final CtcDecoder decoder;

    private ReaderModels(OnnxModel detector, OnnxModel recogniser, CtcDecoder decoder) {
        this.detector = detector;
        this.recogniser = recogniser;
        this.decoder = decoder;
    }

    /**
     * Loads the models.
     *
     * @param folder for ONNX Runtime's natives; reused at the next start
     * @param ownDetector a detector of the operator's own, instead of the bundled
     * @param ownRecogniser with its alphabet in its metadata ({@code alphabet}: character i is class i + 1)
     * @throws UnsupportedPlatformException if ONNX Runtime does not run here or a model is missing
     */
    public static ReaderModels load(Path folder, Optional<Path> ownDetector, Optional<Path> ownRecogniser) {
        try {
            unpackNatives(folder);
            OrtEnvironment environment = HeldEnvironment.get();
            OnnxModel detector = new OnnxModel(environment, bytes(ownDetector, "models/paragon-det.onnx"));
            OnnxModel recogniser = new OnnxModel(environment, bytes(ownRecogniser, "models/paragon-rec.onnx"));
            String alphabet = recogniser
                    .metadata("alphabet")
                    .orElseThrow(() -> new UnsupportedPlatformException(
                            "The recogniser has no 'alphabet' in its metadata.", null));
            return new ReaderModels(detector, recogniser, new CtcDecoder(alphabet));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LinkageError | OrtException e) {
            throw new UnsupportedPlatformException(
                    "ONNX Runtime does not run on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + ": " + e.getMessage(),
                    e);
        }
    }

    /** ONNX Runtime would unpack its libraries anew at each start and leave them behind when it is killed. */
    private static void unpackNatives(Path folder) throws IOException {
        String arch = System.getProperty("os.arch");
        if (!System.getProperty("os.name").equals("Linux")) {
            return;
        }
        String platform = arch.equals("aarch64") ? "linux-aarch64" : "linux-x64";
        BundledFiles files = new BundledFiles(folder, ReaderModels.class.getClassLoader());
        for (String library : new String[] {"libonnxruntime.so", "libonnxruntime4j_jni.so"}) {
            if (files.unpack("ai/onnxruntime/native/" + platform + "/" + library, library)
                    .isEmpty()) {
                return;
            }
        }
        System.setProperty("onnxruntime.native.path", folder.toString());
    }

    private static byte[] bytes(Optional<Path> own, String bundled) throws IOException {
        if (own.isPresent()) {
            return Files.readAllBytes(own.get());
        }
        try (InputStream in = ReaderModels.class.getClassLoader().getResourceAsStream(bundled)) {
            if (in == null) {
                throw new UnsupportedPlatformException(
                        "The model " + bundled + " is not packed with this worker.", null);
            }
            return in.readAllBytes();
        }
    }

    LineDetector detector() {
        return new LineDetector(detector);
    }

    LineRecogniser recogniser() {
        return new LineRecogniser(recogniser, decoder);
    }

    @Override
    public void close() {
        detector.close();
        recogniser.close();
    }
}
