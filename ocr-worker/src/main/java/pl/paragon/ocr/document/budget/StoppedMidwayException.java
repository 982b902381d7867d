package pl.paragon.ocr.document.budget;

/** The work was told to stop while PDFBox was at it, whose methods declare no exception for that. */
public final class StoppedMidwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedMidwayException() {
        super("Reading was told to stop.", null, false, false);
    }
}
