package pl.paragon.ocr.reading;

/** Reading was told to stop and did. */
public final class ReadingStoppedException extends Exception {

    private static final long serialVersionUID = 1L;

    public ReadingStoppedException() {
        super("Reading was told to stop.", null, false, false);
    }
}
