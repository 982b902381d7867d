package pl.paragon.ocr.document;

/** What is to be drawn of a page, and whether it could be. */
final class Drawing {

    private final boolean withPictures;
    private boolean complete = true;

    /** @param withPictures they may cost much more than all the rest */
    Drawing(boolean withPictures) {
        this.withPictures = withPictures;
    }

    boolean withPictures() {
        return withPictures;
    }

    /** A picture of the page cannot be decoded, or not to its end. */
    void lacksAPicture() {
        complete = false;
    }

    boolean isComplete() {
        return complete;
    }
}
