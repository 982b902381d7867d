package pl.paragon.ocr.tworeaders;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pl.paragon.ocr.line.CtcDecoder;
import pl.paragon.ocr.line.LineDetector;
import pl.paragon.ocr.line.LineRecogniser;
import pl.paragon.ocr.natives.BundledFiles;
import pl.paragon.ocr.natives.UnsupportedPlatformException;
import pl.paragon.ocr.onnx.HeldEnvironment;
import pl.paragon.ocr.onnx.OnnxModel;

/** The models, loaded once per process and shared by all threads. */
public final class ReaderModels implements AutoCloseable {

    /** The narrow recogniser was trained on lines of 0.44 to 0.65 of their width. */
    private static final double NARROW = 0.5;

    private final LineDetector detector;
    private final LineRecogniser recogniser;
    private final Optional<LineRecogniser> narrow;
    private final List<OnnxModel> models = new ArrayList<>();

    private ReaderModels(OrtEnvironment environment, Own own) throws IOException, OrtException {
        this.detector = new LineDetector(model(environment, own.detector(), "models/paragon-det.onnx"));
        this.recogniser = recogniser(model(environment, own.recogniser(), "models/paragon-rec.onnx"), 1);
        this.narrow = own.isReadByItself()
                ? Optional.empty()
                : Optional.of(recogniser(model(environment, own.narrow(), "models/paragon-rec-half.onnx"), NARROW));
    }

    /**
     * Models of the operator's own, instead of the bundled. Recognisers have their alphabet in their metadata
     * ({@code alphabet}: character i is class i + 1). The bundled narrow one is no second reader beside one of the
     * operator's own, whose letters may be others.
     *
     * @param recogniser reads lines as they are
     * @param narrow reads lines squeezed to half their width
     */
    public record Own(Optional<Path> detector, Optional<Path> recogniser, Optional<Path> narrow) {

        public static final Own NONE = new Own(Optional.empty(), Optional.empty(), Optional.empty());

        private boolean isReadByItself() {
            return recogniser.isPresent() && narrow.isEmpty();
        }
    }

    /**
     * Loads the models.
     *
     * @param folder for ONNX Runtime's natives; reused at the next start
     * @throws UnsupportedPlatformException if ONNX Runtime does not run here or a model is missing
     */
    public static ReaderModels load(Path folder, Own own) {
        try {
            unpackNatives(folder);
            return new ReaderModels(HeldEnvironment.get(), own);
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

    private OnnxModel model(OrtEnvironment environment, Optional<Path> own, String bundled)
            throws IOException, OrtException {
        OnnxModel model = new OnnxModel(environment, bytes(own, bundled));
        models.add(model);
        return model;
    }

    private static LineRecogniser recogniser(OnnxModel model, double share) {
        String alphabet = model.metadata("alphabet")
                .orElseThrow(() ->
                        new UnsupportedPlatformException("The recogniser has no 'alphabet' in its metadata.", null));
        return new LineRecogniser(model, new CtcDecoder(alphabet), share);
    }

    LineDetector detector() {
        return detector;
    }

    LineRecogniser recogniser() {
        return recogniser;
    }

    /** Reads lines at half their width, for half the cost; empty if none is known to have the recogniser's letters. */
    Optional<LineRecogniser> narrow() {
        return narrow;
    }

    @Override
    public void close() {
        models.forEach(OnnxModel::close);
    }
}
