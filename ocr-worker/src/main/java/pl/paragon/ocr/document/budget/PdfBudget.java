package pl.paragon.ocr.document.budget;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.worker.stage.StageException;

/**
 * Counts what a document costs while it is opened, read and drawn, and ends it above its limits. Every charge is also a
 * place where the work stops if it is told to. Used by one thread at a time.
 */
public final class PdfBudget {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    /** Asking the system for the time costs about a microsecond. */
    private static final int CHARGES_PER_LOOK_AT_THE_TIME = 64;

    private static final int DEEPEST = 12;

    private final PdfLimits limits;
    private StopSignal stop = new StopSignal();
    private int objects;
    private int tokens;
    private long decoded;
    private long decodedImages;
    private long operators;
    private long painted;
    private int depth;
    private int charges;
    private long began;

    public PdfBudget(PdfLimits limits) {
        this.limits = limits;
    }

    public PdfLimits limits() {
        return limits;
    }

    /** Begins a piece of work on the calling thread: opening the document, or one page's text or drawing. */
    public void begin(StopSignal stop) {
        this.stop = stop;
        decoded = 0;
        decodedImages = 0;
        operators = 0;
        painted = 0;
        depth = 0;
        charges = 0;
        began = cpuTime();
    }

    void objects(long count) {
        objects = (int) Math.min(Integer.MAX_VALUE, objects + count);
        require(ErrorCode.PDF_TOO_COMPLEX, "objects", objects, limits.objects());
        checkpoint();
    }

    /** A number, name, string, array or dictionary of the document's structure. */
    void token() {
        tokens++;
        require(ErrorCode.PDF_TOO_COMPLEX, "tokens", tokens, limits.tokens());
        checkpoint();
    }

    void decodedImage(long bytes) {
        decodedImages += bytes;
        require(ErrorCode.IMAGE_TOO_LARGE, "decoded_image_bytes", decodedImages, limits.decodedImageBytes());
        checkpoint();
    }

    void decoded(long bytes) {
        decoded += bytes;
        require(ErrorCode.PDF_TOO_COMPLEX, "decoded_bytes", decoded, limits.decodedBytes());
        checkpoint();
    }

    public void operator() {
        operators++;
        require(ErrorCode.PDF_TOO_COMPLEX, "operators", operators, limits.operators());
        checkpoint();
    }

    /** Work that grows with the pixels it touches; what is slower than paint counts for more of them. */
    public void painted(double pixels) {
        painted += (long) Math.min(Long.MAX_VALUE / 4, Math.max(0, pixels));
        require(ErrorCode.PDF_TOO_COMPLEX, "painted_pixels", painted, limits.paintedPixels());
        checkpoint();
    }

    /** A form, pattern or glyph that is drawn within another. */
    public void enter() {
        depth++;
        require(ErrorCode.PDF_TOO_COMPLEX, "depth", depth, DEEPEST);
        operator();
    }

    public void leave() {
        depth--;
    }

    /** Of things that are drawn within each other and hold a picture each. */
    public void requireDepth(int depth, int deepest) {
        require(ErrorCode.PDF_TOO_COMPLEX, "groups", depth, deepest);
    }

    /** Ends the document if a value is above its limit. */
    public static void require(ErrorCode code, String measure, long value, long limit) {
        if (value > limit || value < 0) {
            throw new StageException(
                    code,
                    Map.of(measure, value < 0 ? "unbounded" : String.valueOf(value), "limit", String.valueOf(limit)));
        }
    }

    private void checkpoint() {
        if (stop.isRaised()) {
            throw new StoppedMidwayException();
        }
        if (++charges % CHARGES_PER_LOOK_AT_THE_TIME == 0) {
            requireTime();
        }
    }

    /** To be asked after a single step that may take long. */
    public void requireTime() {
        if (stop.isRaised()) {
            throw new StoppedMidwayException();
        }
        long millis = (cpuTime() - began) / 1_000_000;
        require(ErrorCode.PDF_TOO_COMPLEX, "cpu_ms", millis, limits.cpuTime().toMillis());
    }

    private static long cpuTime() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
