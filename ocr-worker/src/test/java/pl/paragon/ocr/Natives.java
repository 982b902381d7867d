package pl.paragon.ocr;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.ocr.decoder.DecoderProcess;
import pl.paragon.ocr.document.Jpeg2000Decoder;
import pl.paragon.ocr.natives.OpenCv;
import pl.paragon.ocr.picture.PictureDecoder;
import pl.paragon.ocr.picture.PictureLimits;
import pl.paragon.ocr.tesseract.TesseractInstallation;
import pl.paragon.worker.stage.StageException;

/** Native code for tests, unpacked once into the build folder. */
public final class Natives {

    public static final Path FOLDER = Path.of("target", "natives").toAbsolutePath();

    /** For PDF files without such images. */
    public static final Jpeg2000Decoder NO_JPEG_2000 = (image, stop) -> {
        throw new StageException(ErrorCode.IMAGE_UNSUPPORTED);
    };

    private Natives() {}

    public static void loadOpenCv() {
        OpenCv.load(FOLDER.resolve("opencv"));
    }

    public static PictureDecoder pictureDecoder() {
        return pictureDecoder(Configs.defaults().picture().limits());
    }

    public static PictureDecoder pictureDecoder(PictureLimits limits) {
        return new PictureDecoder(limits, decoderProcess());
    }

    public static DecoderProcess decoderProcess() {
        return new DecoderProcess(
                FOLDER.resolve("ffmpeg"), Configs.defaults().picture().decoder().limits());
    }

    public static TesseractInstallation tesseract() {
        loadOpenCv();
        return TesseractInstallation.find(FOLDER.resolve("tesseract"), Optional.empty(), List.of("pol"));
    }
}
