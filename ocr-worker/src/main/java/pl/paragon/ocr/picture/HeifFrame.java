package pl.paragon.ocr.picture;

import static org.bytedeco.opencv.global.opencv_core.flip;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.ocr.heif.HeifException;
import pl.paragon.ocr.heif.HeifFile;
import pl.paragon.ocr.heif.HeifPicture;
import pl.paragon.ocr.heif.Transform;
import pl.paragon.worker.stage.StageException;

/** The picture of a HEIC or AVIF file: what it costs, and how it is turned, mirrored and cropped when it is decoded. */
final class HeifFrame {

    private static final int LEFT_AND_RIGHT = 1;
    private static final int TOP_AND_BOTTOM = 0;

    private HeifFrame() {}

    static PictureFrame of(Path file, PictureLimits limits) throws IOException {
        HeifPicture picture = picture(file);
        long tile = picture.tiles().getFirst().pixels();
        if (tile > limits.whole()) {
            throw new StageException(
                    ErrorCode.IMAGE_TOO_LARGE,
                    Map.of("tile_pixels", String.valueOf(tile), "limit", String.valueOf(limits.whole())));
        }
        return new PictureFrame(
                0, new PictureSize(picture.width(), picture.height()), mostReduction(picture), decoded -> {
                    Picture upright = decoded;
                    for (Transform transform : picture.transforms()) {
                        upright = applied(transform, upright);
                    }
                    return upright;
                });
    }

    private static HeifPicture picture(Path file) throws IOException {
        try {
            return HeifFile.read(file);
        } catch (HeifException e) {
            ErrorCode code =
                    switch (e.fault()) {
                        case BROKEN -> ErrorCode.IMAGE_CORRUPT;
                        case UNSUPPORTED -> ErrorCode.IMAGE_UNSUPPORTED;
                    };
            throw new StageException(code, Map.of("reason", e.getMessage()));
        }
    }

    /** Tiles that are made smaller one by one fit together only if nothing of a pixel is left over. */
    private static int mostReduction(HeifPicture picture) {
        int sides = picture.tileWidth() | picture.tileHeight();
        return picture.tiles().size() == 1
                ? PictureFrame.AN_EIGHTH
                : Math.min(PictureFrame.AN_EIGHTH, Integer.lowestOneBit(sides));
    }

    private static Picture applied(Transform transform, Picture picture) {
        return switch (transform) {
            case Transform.Rotation(int quarters) -> rotated(quarters, picture);
            case Transform.Mirroring(boolean leftAndRight) -> mirrored(leftAndRight, picture);
            case Transform.Crop crop -> cropped(crop, picture);
        };
    }

    private static Picture rotated(int quarters, Picture picture) {
        Orientation orientation =
                switch (quarters) {
                    case 1 -> Orientation.QUARTER_COUNTERCLOCKWISE;
                    case 2 -> Orientation.UPSIDE_DOWN;
                    case 3 -> Orientation.QUARTER_CLOCKWISE;
                    default -> Orientation.UPRIGHT;
                };
        return orientation.applied(picture);
    }

    private static Picture mirrored(boolean leftAndRight, Picture picture) {
        flip(picture.pixels(), picture.pixels(), leftAndRight ? LEFT_AND_RIGHT : TOP_AND_BOTTOM);
        return picture;
    }

    private static Picture cropped(Transform.Crop crop, Picture picture) {
        double scale = picture.scale();
        try (picture) {
            Mat whole = picture.pixels();
            int left = (int) Math.clamp(Math.round(crop.left() / scale), 0, whole.cols() - 1);
            int top = (int) Math.clamp(Math.round(crop.top() / scale), 0, whole.rows() - 1);
            int width = (int) Math.clamp(Math.round(crop.width() / scale), 1, whole.cols() - left);
            int height = (int) Math.clamp(Math.round(crop.height() / scale), 1, whole.rows() - top);
            try (Rect part = new Rect(left, top, width, height);
                    Mat view = new Mat(whole, part)) {
                return new Picture(view.clone(), crop.width(), crop.height());
            }
        }
    }
}
