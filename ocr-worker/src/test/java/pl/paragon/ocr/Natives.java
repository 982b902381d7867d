package pl.paragon.ocr;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pl.paragon.ocr.natives.OpenCv;
import pl.paragon.ocr.tesseract.TesseractInstallation;

/** Native code for tests, unpacked once into the build folder. */
public final class Natives {

    public static final Path FOLDER = Path.of("target", "natives").toAbsolutePath();

    private Natives() {}

    public static void loadOpenCv() {
        OpenCv.load(FOLDER.resolve("opencv"));
    }

    public static TesseractInstallation tesseract() {
        loadOpenCv();
        return TesseractInstallation.find(FOLDER.resolve("tesseract"), Optional.empty(), List.of("pol"));
    }
}
