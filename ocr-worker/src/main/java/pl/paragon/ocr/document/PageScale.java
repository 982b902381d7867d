package pl.paragon.ocr.document;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * At which scale a page is drawn. Pages of shop apps have no real size (a receipt of 375 points and one of 1080 are the
 * same), so it is the width in pixels that is aimed at, and the number of pixels that is bounded.
 *
 * @param factor pixels for one point
 * @param width pixels of the page as displayed
 */
record PageScale(float factor, int width, int height) {

    private static final double SHORTER = 1500;
    /** In the Java heap while it is drawn, three bytes each. */
    private static final double PIXELS = 5_000_000;

    static PageScale of(PDPage page) {
        PDRectangle box = page.getCropBox();
        double w = Math.max(1, box.getWidth());
        double h = Math.max(1, box.getHeight());
        double factor = Math.min(SHORTER / Math.min(w, h), Math.sqrt(PIXELS / (w * h)));
        boolean turned = page.getRotation() % 180 != 0;
        int width = pixels(turned ? h : w, factor);
        int height = pixels(turned ? w : h, factor);
        return new PageScale((float) factor, width, height);
    }

    private static int pixels(double points, double factor) {
        return (int) Math.max(1, Math.floor(points * factor));
    }
}
