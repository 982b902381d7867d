package pl.paragon.ocr.picture;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import pl.paragon.ocr.Natives;

/** What every test of the decoder needs: the decoder as it is shipped, and a folder of its own. */
abstract class DecodesPictures {

    final PictureDecoder decoder = Natives.pictureDecoder();

    @TempDir
    Path folder;

    PictureFiles files;

    @BeforeAll
    static void load() {
        Natives.loadOpenCv();
    }

    @BeforeEach
    void openFolder() {
        files = new PictureFiles(folder);
    }
}
