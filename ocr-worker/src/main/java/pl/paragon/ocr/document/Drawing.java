package pl.paragon.ocr.document;

/** What is to be drawn of a page, and whether it could be. */
final class Drawing {

    private final boolean withPictures;
    private final Jpeg2000Images jpeg2000;
    private boolean complete = true;

    /** @param withPictures they may cost much more than all the rest */
    Drawing(boolean withPictures, Jpeg2000Images jpeg2000) {
        this.withPictures = withPictures;
        this.jpeg2000 = jpeg2000;
    }

    boolean withPictures() {
        return withPictures;
    }

    Jpeg2000Images jpeg2000() {
        return jpeg2000;
    }

    /** A picture of the page cannot be decoded, or not to its end. */
    void lacksAPicture() {
        complete = false;
    }

    boolean isComplete() {
        return complete;
    }
}
