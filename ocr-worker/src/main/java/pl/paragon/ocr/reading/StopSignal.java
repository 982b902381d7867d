package pl.paragon.ocr.reading;

/** How native code learns that it is to stop: it asks between lines, and Tesseract between words. */
public final class StopSignal {

    private volatile boolean raised;

    public void raise() {
        raised = true;
    }

    public boolean isRaised() {
        return raised;
    }

    /** A place where reading may stop. */
    public void checkpoint() throws ReadingStoppedException {
        if (raised) {
            throw new ReadingStoppedException();
        }
    }
}
