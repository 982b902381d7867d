package pl.paragon.ocr.tworeaders;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;

/** One model, loaded once and shared by all threads; each call is one thread's work. */
final class OnnxModel implements AutoCloseable {

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String input;
    private final String output;

    OnnxModel(OrtEnvironment environment, byte[] model) throws OrtException {
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
            this.session = environment.createSession(model, options);
        }
        this.input = session.getInputNames().iterator().next();
        this.output = session.getOutputNames().iterator().next();
    }

    /** Something that the model's author wrote into it; {@code null} where it is not there. */
    String metadata(String key) throws OrtException {
        return session.getMetadata().getCustomMetadata().get(key);
    }

    /** @param data in native memory, of that shape; not copied */
    Result run(FloatBuffer data, long... shape) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, data, shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            OnnxTensor values = (OnnxTensor) result.get(0);
            return new Result(values.getFloatBuffer(), values.getInfo().getShape());
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
        }
    }

    /** Runs the model into memory of the caller's, where the shape of its output is known. */
    void run(FloatBuffer data, long[] shape, FloatBuffer into, long[] outputShape) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, data, shape);
                OnnxTensor values = OnnxTensor.createTensor(environment, into, outputShape);
                OrtSession.Result result = session.run(Map.of(input, tensor), Map.of(output, values))) {
            if (result.size() != 1) {
                throw new IllegalStateException("The model has " + result.size() + " outputs, not one");
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed: " + e.getMessage(), e);
        }
    }

    record Result(FloatBuffer values, long[] shape) {}

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("A model cannot be closed: " + e.getMessage(), e);
        }
    }
}
