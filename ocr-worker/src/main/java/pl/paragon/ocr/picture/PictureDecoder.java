package pl.paragon.ocr.picture;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.bytedeco.opencv.opencv_core.Mat;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.file.FileType;
import pl.paragon.ocr.decoder.DecoderException;
import pl.paragon.ocr.decoder.DecoderFault;
import pl.paragon.ocr.decoder.DecoderProcess;
import pl.paragon.ocr.decoder.Stopping;
import pl.paragon.worker.stage.StageException;

/**
 * Decodes pictures, after a look at their header, in a bounded amount of memory: JPEG, PNG and WebP in this process,
 * all others in {@linkplain DecoderProcess one of their own}.
 */
public final class PictureDecoder {

    private static final int BYTES_OF_A_PIXEL = 4;

    private final PictureLimits limits;
    private final DecoderProcess process;
    /**
     * Kinds that cannot be decoded at a reduced size need three bytes for each of up to {@link PictureLimits#largest}
     * pixels: one such picture at a time.
     */
    private final Semaphore large = new Semaphore(1, true);

    public PictureDecoder(PictureLimits limits, DecoderProcess process) {
        this.limits = limits;
        this.process = process;
    }

    /**
     * The pictures of a file that may be decoded: one, or the pages of a TIFF.
     *
     * @throws StageException {@link ErrorCode#IMAGE_CORRUPT}, {@link ErrorCode#IMAGE_UNSUPPORTED},
     *     {@link ErrorCode#IMAGE_TOO_LARGE}, {@link ErrorCode#IMAGE_TOO_SMALL}, {@link ErrorCode#IMAGE_TOO_LONG} or
     *     {@link ErrorCode#PDF_TOO_MANY_PAGES}
     */
    public List<PictureFrame> check(Path file, FileType type) throws IOException {
        List<PictureFrame> frames =
                switch (type) {
                    case JPEG -> List.of(jpeg(file));
                    case PNG, WEBP, GIF, BMP -> List.of(whole(file, type));
                    case HEIC, AVIF -> List.of(HeifFrame.of(file, limits));
                    case JPEG2000 -> List.of(jpeg2000(file));
                    case TIFF -> tiff(file);
                    case PDF -> throw new IllegalArgumentException("a PDF is no picture");
                };
        frames.forEach(frame -> requireReadable(frame.size()));
        if (type == FileType.PNG) {
            PngChunks.check(file, limits.whole() * BYTES_OF_A_PIXEL);
        }
        return frames;
    }

    private void requireReadable(PictureSize size) {
        requireAtMost(ErrorCode.IMAGE_TOO_LARGE, "pixels", size.pixels(), limits.largest());
        if (size.shorter() < limits.shortest()) {
            throw refused(ErrorCode.IMAGE_TOO_SMALL, "shorter_side", size.shorter(), limits.shortest());
        }
        requireAtMost(ErrorCode.IMAGE_TOO_LONG, "elongation", size.longer() / size.shorter(), limits.elongation());
    }

    private PictureFrame jpeg(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            JpegHeader header = JpegHeader.read(in).orElseThrow(PictureDecoder::corrupt);
            requireReadable(header.size());
            requireAtMost(ErrorCode.IMAGE_TOO_LARGE, "visited_pixels", header.visitedPixels(), limits.visited());
            return new PictureFrame(
                    0, header.size(), PictureFrame.AN_EIGHTH, UnaryOperator.identity(), !header.complete());
        }
    }

    /** Of kinds that can only be decoded at their full size. */
    private PictureFrame whole(Path file, FileType type) throws IOException {
        PictureSize size = PictureSize.of(file, type).orElseThrow(PictureDecoder::corrupt);
        requireReadable(size);
        requireAtMost(ErrorCode.IMAGE_TOO_LARGE, "pixels", size.pixels(), limits.whole());
        return PictureFrame.only(size, PictureFrame.WHOLE);
    }

    private PictureFrame jpeg2000(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            Jpeg2000Header header = Jpeg2000Header.read(in).orElseThrow(PictureDecoder::corrupt);
            requireReadable(header.size());
            requireAtMost(ErrorCode.IMAGE_TOO_LARGE, "decoded_bytes", header.decodedBytes(), limits.decoderBytes());
            return PictureFrame.only(header.size(), PictureFrame.AN_EIGHTH);
        } catch (EOFException e) {
            throw corrupt();
        }
    }

    private List<PictureFrame> tiff(Path file) throws IOException {
        List<TiffPages.Page> pages = TiffPages.of(file, limits.pages());
        if (pages.isEmpty()) {
            throw corrupt();
        }
        requireAtMost(ErrorCode.PDF_TOO_MANY_PAGES, "pages", pages.size(), limits.pages());
        for (TiffPages.Page page : pages) {
            requireReadable(page.size());
            requireAtMost(ErrorCode.IMAGE_TOO_LARGE, "pixels", page.size().pixels(), limits.whole());
            requireAtMost(ErrorCode.IMAGE_TOO_LARGE, "decoded_bytes", page.decodedBytes(), limits.decoderBytes());
        }
        return pages.stream()
                .map(page ->
                        new PictureFrame(page.index(), page.size(), PictureFrame.WHOLE, page.orientation()::applied))
                .toList();
    }

    private static StageException corrupt() {
        return new StageException(ErrorCode.IMAGE_CORRUPT);
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
     * Decodes a picture that was {@linkplain #check checked}, upright as its file says, on white if it is transparent.
     *
     * @throws StageException {@link ErrorCode#IMAGE_CORRUPT}, {@link ErrorCode#IMAGE_UNSUPPORTED} or
     *     {@link ErrorCode#IMAGE_TOO_LARGE}; any of them if it was stopped
     */
    public Picture decode(Path file, FileType type, PictureFrame frame, Stopping stopping)
            throws IOException, InterruptedException {
        int reduction = reduction(frame);
        boolean alone = frame.size().pixels() / ((long) reduction * reduction) > limits.decoded();
        if (!alone) {
            return decode(file, type, frame, reduction, stopping);
        }
        large.acquire();
        try (Picture whole = decode(file, type, frame, reduction, stopping)) {
            return Shaping.reduced(whole, limits.decoded());
        } finally {
            large.release();
        }
    }

    private Picture decode(Path file, FileType type, PictureFrame frame, int reduction, Stopping stopping)
            throws IOException, InterruptedException {
        return switch (type) {
            case JPEG -> turned(read(file, flag(reduction)), frame.size(), reduction);
            case PNG, WEBP -> transparent(file, type, frame.size());
            case HEIC, AVIF, TIFF, GIF, BMP, JPEG2000 -> {
                PictureSize size = frame.size();
                Mat pixels = elsewhere(
                        new DecoderProcess.Picture(file, type, frame.index(), size.width(), size.height(), reduction),
                        stopping);
                yield frame.upright().apply(new Picture(pixels, size.width(), size.height()));
            }
            case PDF -> throw new IllegalArgumentException("a PDF is no picture");
        };
    }

    private static Picture transparent(Path file, FileType type, PictureSize size) throws IOException {
        Optional<Transparency> transparency = Transparency.of(file, type);
        if (transparency.isEmpty()) {
            return turned(read(file, IMREAD_COLOR), size, 1);
        }
        try (Mat pixels = read(file, IMREAD_UNCHANGED)) {
            Picture onWhite = Picture.of(Transparency.onWhite(pixels));
            return transparency.get().orientation().applied(onWhite);
        }
    }

    private static Mat read(Path file, int flag) {
        Mat pixels = imread(file.toString(), flag);
        if (pixels.empty()) {
            pixels.close();
            throw corrupt();
        }
        return pixels;
    }

    /** OpenCV has turned the pixels as EXIF says, and does not tell. */
    private static Picture turned(Mat pixels, PictureSize size, int reduction) {
        boolean turned =
                Math.abs(pixels.cols() * reduction - size.width()) > Math.abs(pixels.rows() * reduction - size.width());
        return turned
                ? new Picture(pixels, size.height(), size.width())
                : new Picture(pixels, size.width(), size.height());
    }

    private Mat elsewhere(DecoderProcess.Picture picture, Stopping stopping) throws IOException, InterruptedException {
        try {
            return process.decode(picture, stopping);
        } catch (DecoderException e) {
            throw new StageException(code(e.fault()), Map.of("reason", e.getMessage()));
        }
    }

    /** A decoder's fault is never the photographer's: a crash, too, is answered with another format. */
    private static ErrorCode code(DecoderFault fault) {
        return switch (fault) {
            case BROKEN -> ErrorCode.IMAGE_CORRUPT;
            case UNSUPPORTED, CRASHED -> ErrorCode.IMAGE_UNSUPPORTED;
            case TOO_LARGE -> ErrorCode.IMAGE_TOO_LARGE;
        };
    }

    private int reduction(PictureFrame frame) {
        int reduction = 1;
        while (reduction < frame.mostReduction()
                && frame.size().pixels() / ((long) reduction * reduction) > limits.decoded()) {
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
