package pl.paragon.ocr.decoder;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * What the decoder tells the worker: width and height as integers, then rows of pixels from the top, blue, green and
 * red.
 */
final class PixelSink {

    static final int CHANNELS = 3;

    private final OutputStream out;
    private boolean begun;

    PixelSink(OutputStream out) {
        this.out = out;
    }

    /** Whether it is too late to try another decoder. */
    boolean hasBegun() {
        return begun;
    }

    void begin(int width, int height) throws IOException {
        DataOutputStream head = new DataOutputStream(out);
        head.writeInt(width);
        head.writeInt(height);
        head.flush();
        begun = true;
    }

    void write(byte[] pixels, int from, int length) throws IOException {
        out.write(pixels, from, length);
    }

    void end() throws IOException {
        out.flush();
    }

    /** What a value looks like on white paper. */
    static byte onWhite(int value, int alpha) {
        return (byte) ((value * alpha + 255 * (255 - alpha) + 127) / 255);
    }
}
