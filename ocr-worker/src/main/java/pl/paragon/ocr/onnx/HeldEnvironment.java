package pl.paragon.ocr.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * ONNX Runtime's one environment, held as long as the process lives.
 *
 * <p>Its Java library frees it in a shutdown hook of its own: as soon as the process is told to stop, while the pages
 * in hand are still being read, and the next inference would read freed memory. The native library counts references,
 * and the Java one gives out a single one; this takes another and never gives it back.
 */
public final class HeldEnvironment {

    private static final OrtLoggingLevel LEVEL = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;
    private static final String NAME = "paragon";

    private static boolean held;

    private HeldEnvironment() {}

    /**
     * @throws OrtException if the runtime cannot be loaded
     * @throws LinkageError if it does not run on this platform, or the Java library is another than this was made for
     */
    public static synchronized OrtEnvironment get() throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(LEVEL, NAME);
        if (!held) {
            takeAnotherReference();
            held = true;
        }
        return environment;
    }

    private static void takeAnotherReference() throws OrtException {
        try {
            Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            Method createHandle =
                    OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            api.setAccessible(true);
            createHandle.setAccessible(true);
            createHandle.invoke(null, api.getLong(null), LEVEL.getValue(), NAME);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof OrtException failed) {
                throw failed;
            }
            throw new LinkageError("ONNX Runtime gives no second reference to its environment", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("This version of ONNX Runtime's Java library is not known", e);
        }
    }
}
