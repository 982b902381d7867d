package pl.paragon.ocr.document;

import java.io.IOException;
import java.nio.file.Path;
import pl.paragon.ocr.picture.Picture;
import pl.paragon.ocr.reading.StopSignal;
import pl.paragon.worker.stage.StageException;

/** Decodes what PDFBox has no decoder for. */
@FunctionalInterface
public interface Jpeg2000Decoder {

    /**
     * @param file a JPEG 2000 file or codestream
     * @throws StageException what is wrong with it, or above its limits
     */
    Picture decode(Path file, StopSignal stop) throws IOException, InterruptedException;
}
