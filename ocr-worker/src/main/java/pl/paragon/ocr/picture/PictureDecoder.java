package pl.paragon.ocr.picture;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.worker.stage.StageException;

/** Decodes pictures, after a look at their header, in a bounded amount of memory. */
public final class PictureDecoder {

    private static final int BYTES_OF_A_PIXEL = 4;

    private final PictureLimits limits;
    /**
     * Kinds that cannot be decoded at a reduced size need three bytes for each of up to {@link PictureLimits#largest}
     * pixels: one such picture at a time.
     */
    private final Semaphore large = new Semaphore(1, true);

    public PictureDecoder(PictureLimits limits) {
        this.limits = limits;
    }

    /**
     * The size of a picture that may be decoded.
     *
     * @throws StageException {@link ErrorCode#IMAGE_CORRUPT}, {@link ErrorCode#IMAGE_TOO_LARGE},
     *     {@link ErrorCode#IMAGE_TOO_SMALL} or {@link ErrorCode#IMAGE_TOO_LONG}
     */
    public PictureSize check(Path file, FileKind kind) throws IOException {
        PictureSize size = PictureSize.of(file, kind).orElseThrow(() -> new StageException(ErrorCode.IMAGE_CORRUPT));
        requireAtMost(ErrorCode.IMAGE_TOO_LARGE, "pixels", size.pixels(), limits.largest());
        if (size.shorter() < limits.shortest()) {
            throw refused(ErrorCode.IMAGE_TOO_SMALL, "shorter_side", size.shorter(), limits.shortest());
        }
        requireAtMost(ErrorCode.IMAGE_TOO_LONG, "elongation", size.longer() / size.shorter(), limits.elongation());
        switch (kind) {
            case JPEG -> requireScans(file);
            case PNG -> {
                requireWhole(size);
                PngChunks.check(file, limits.whole() * BYTES_OF_A_PIXEL);
            }
            case WEBP -> requireWhole(size);
            case PDF -> throw new IllegalArgumentException("a PDF is no picture");
        }
        return size;
    }

    /** Of kinds that can only be decoded at their full size. */
    private void requireWhole(PictureSize size) {
        requireAtMost(ErrorCode.IMAGE_TOO_LARGE, "pixels", size.pixels(), limits.whole());
    }

    private void requireScans(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            JpegHeader header = JpegHeader.read(in).orElseThrow(() -> new StageException(ErrorCode.IMAGE_CORRUPT));
            requireAtMost(ErrorCode.IMAGE_TOO_LARGE, "visited_pixels", header.visitedPixels(), limits.visited());
        }
    }

    private static void requireAtMost(ErrorCode code, String measure, long value, long limit) {
        if (value > limit) {
            throw refused(code, measure, value, limit);
        }
    }

    private static StageException refused(ErrorCode code, String measure, long value, long limit) {
        return new StageException(code, Map.of(measure, String.valueOf(value), "limit", String.valueOf(limit)));
    }

    /**
     * Decodes a picture that was {@linkplain #check checked}, upright as EXIF says.
     *
     * @throws StageException {@link ErrorCode#IMAGE_CORRUPT}
     */
    public Picture decode(Path file, FileKind kind, PictureSize size) throws InterruptedException {
        int reduction = kind == FileKind.JPEG ? reduction(size) : 1;
        boolean alone = size.pixels() / ((long) reduction * reduction) > limits.decoded();
        if (!alone) {
            return decode(file, size, reduction);
        }
        large.acquire();
        try (Picture whole = decode(file, size, reduction)) {
            return Shaping.reduced(whole, limits.decoded());
        } finally {
            large.release();
        }
    }

    private static Picture decode(Path file, PictureSize size, int reduction) {
        Mat pixels = imread(file.toString(), flag(reduction));
        if (pixels.empty()) {
            pixels.close();
            throw new StageException(ErrorCode.IMAGE_CORRUPT);
        }
        boolean turned =
                Math.abs(pixels.cols() * reduction - size.width()) > Math.abs(pixels.rows() * reduction - size.width());
        return turned
                ? new Picture(pixels, size.height(), size.width())
                : new Picture(pixels, size.width(), size.height());
    }

    private int reduction(PictureSize size) {
        int reduction = 1;
        while (reduction < 8 && size.pixels() / ((long) reduction * reduction) > limits.decoded()) {
            reduction *= 2;
        }
        return reduction;
    }

    private static int flag(int reduction) {
        return switch (reduction) {
            case 1 -> IMREAD_COLOR;
            case 2 -> IMREAD_REDUCED_COLOR_2;
            case 4 -> IMREAD_REDUCED_COLOR_4;
            case 8 -> IMREAD_REDUCED_COLOR_8;
            default -> throw new IllegalArgumentException("not a reduction of the decoder: " + reduction);
        };
    }
}
