package pl.paragon.ocr.tesseract;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.util.Map;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessCancelFunc;
import net.sourceforge.tess4j.TessAPI;

/**
 * Tess4J's mapping of Tesseract's C API, bound to the library that was found. Not {@code TessAPI.INSTANCE}: that
 * unpacks natives of its own first, and a function that an older system library lacks must not fail before it is used.
 */
final class TesseractApi {

    /**
     * A monitor as a bare pointer. Tess4J's {@code ETEXT_DESC} is copied back and forth at each call, in the layout of
     * an older Tesseract, which would overwrite the cancel function.
     */
    interface Monitoring extends Library {
        Pointer TessMonitorCreate();

        void TessMonitorDelete(Pointer monitor);

        void TessMonitorSetCancelFunc(Pointer monitor, TessCancelFunc function);

        int TessBaseAPIRecognize(TessBaseAPI handle, Pointer monitor);
    }

    private final TessAPI calls;
    private final Monitoring monitoring;

    /** @param library a path, or a name that the system's loader knows */
    TesseractApi(String library) {
        Map<String, Object> options = Map.of(Library.OPTION_STRING_ENCODING, "UTF-8");
        this.calls = Native.load(library, TessAPI.class, options);
        this.monitoring = Native.load(library, Monitoring.class, options);
        NativeLibrary.getInstance(library, options).getFunction("TessBaseAPICreate");
    }

    TessAPI calls() {
        return calls;
    }

    Monitoring monitoring() {
        return monitoring;
    }
}
