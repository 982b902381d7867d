package pl.paragon.ocr;

import pl.paragon.contracts.text.Page;
import pl.paragon.ocr.picture.Picture;

/**
 * A page as it was read, with what the quality gate has to know of its picture.
 *
 * @param brightness of the brightest tenth, 0–255
 * @param shorterSide pixels as displayed
 */
record PageEvidence(Page page, int brightness, int shorterSide) {

    private static final int BRIGHT = 255;

    static PageEvidence of(Page page, Picture picture) {
        return new PageEvidence(page, picture.brightness(), Math.min(picture.width(), picture.height()));
    }

    /** A text layer is never dark and never small. */
    static PageEvidence ofTextLayer(Page page) {
        return new PageEvidence(page, BRIGHT, Integer.MAX_VALUE);
    }
}
