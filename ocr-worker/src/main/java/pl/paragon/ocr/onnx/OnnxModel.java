package pl.paragon.ocr.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pl.paragon.ocr.reading.Leased;
import pl.paragon.ocr.reading.ReadingStoppedException;

/** One model, loaded once and shared by all threads; each call is one thread's work. */
public final class OnnxModel implements AutoCloseable {

    private static final boolean HUGE_PAGES = HugePages.ofThisProcess().areUsed();

    private final OrtEnvironment environment;
    private final Leased<OrtSession> session;
    private final String input;
    private final String output;
    private final Map<String, String> metadata;

    public OnnxModel(OrtEnvironment environment, byte[] model) throws OrtException {
        this.environment = environment;
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // As many pages at a time as there are processors, one thread each, is faster than more threads for one
            // page.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // The arena keeps what the largest call needed, so callers bound what a call looks at. Without it every
            // layer's memory comes fresh from the system, and touching it costs more than computing.
            options.setCPUArenaAllocator(true);
            // Plans are kept for each shape of input, and hardly two lines have the same.
            options.setMemoryPatternOptimization(false);
            OrtSession loaded = environment.createSession(model, options);
            this.session = new Leased<>(loaded, OnnxModel::free);
            this.input = loaded.getInputNames().iterator().next();
            this.output = loaded.getOutputNames().iterator().next();
            this.metadata = loaded.getMetadata().getCustomMetadata();
        }
    }

    /** What the model's author wrote into it. */
    public Optional<String> metadata(String key) {
        return Optional.ofNullable(metadata.get(key));
    }

    /** @param data in native memory, of that shape; not copied */
    public Result run(FloatBuffer data, long... shape) throws ReadingStoppedException {
        try (var lease = session.take();
                OnnxTensor tensor = OnnxTensor.createTensor(environment, data, shape);
                OrtSession.Result result = lease.get().run(Map.of(input, tensor))) {
            OnnxTensor values = (OnnxTensor) result.get(0);
            return new Result(values.getFloatBuffer(), values.getInfo().getShape());
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
        }
    }

    /**
     * Runs the model into memory of the caller's, whose size follows from the shape of the output. What the call needed
     * is given back to the system where that costs nothing, rather than kept: this is for large inputs now and then.
     */
    public void run(FloatBuffer data, long[] shape, FloatBuffer into, long[] outputShape)
            throws ReadingStoppedException {
        try (var lease = session.take();
                OnnxTensor tensor = OnnxTensor.createTensor(environment, data, shape);
                OnnxTensor values = OnnxTensor.createTensor(environment, into, outputShape);
                OrtSession.RunOptions options = forLargeInput();
                OrtSession.Result result =
                        lease.get().run(Map.of(input, tensor), Set.of(), Map.of(output, values), options)) {
            if (result.size() != 1) {
                throw new IllegalStateException("The model has " + result.size() + " outputs, not one");
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
        }
    }

    private static OrtSession.RunOptions forLargeInput() throws OrtException {
        OrtSession.RunOptions options = new OrtSession.RunOptions();
        if (HUGE_PAGES) {
            options.addRunConfigEntry("memory.enable_memory_arena_shrinkage", "cpu:0");
        }
        return options;
    }

    public record Result(FloatBuffer values, long[] shape) {}

    private static void free(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("A model cannot be closed: " + e.getMessage(), e);
        }
    }

    /** The session ends with the last {@link #run} that is in progress. */
    @Override
    public void close() {
        session.close();
    }
}
