package pl.paragon.ocr.document.content;

import java.awt.geom.Rectangle2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import pl.paragon.contracts.text.Box;

/**
 * At which scale a page is drawn. Pages of shop apps have no real size (a receipt of 375 points and one of 1080 are the
 * same), so it is the width in pixels that is aimed at, and the number of pixels that is bounded.
 *
 * @param factor pixels for one point
 * @param width pixels of the page as displayed
 */
public record PageScale(float factor, int width, int height) {

    private static final double SHORTER = 1500;
    /** In the Java heap while it is drawn, three bytes each. */
    private static final double PIXELS = 5_000_000;

    public static PageScale of(PDPage page) {
        PDRectangle box = page.getCropBox();
        double w = Math.max(1, box.getWidth());
        double h = Math.max(1, box.getHeight());
        return of(page, Math.min(SHORTER / Math.min(w, h), Math.sqrt(PIXELS / (w * h))));
    }

    private static PageScale of(PDPage page, double factor) {
        PDRectangle box = page.getCropBox();
        boolean turned = page.getRotation() % 180 != 0;
        int width = pixels(turned ? box.getHeight() : box.getWidth(), factor);
        int height = pixels(turned ? box.getWidth() : box.getHeight(), factor);
        return new PageScale((float) factor, width, height);
    }

    /** The scale at which the same page is drawn so many times as large. */
    public PageScale times(PDPage page, double share) {
        return of(page, factor * share);
    }

    private static int pixels(double points, double factor) {
        return (int) Math.max(1, Math.floor(Math.max(1, points) * factor));
    }

    /** Where an area of the page, in the user space of its content, is displayed; it may reach beyond the page. */
    Box displayed(PDPage page, Rectangle2D area) {
        PDRectangle crop = page.getCropBox();
        double left = area.getMinX() - crop.getLowerLeftX();
        double right = area.getMaxX() - crop.getLowerLeftX();
        double below = area.getMinY() - crop.getLowerLeftY();
        double above = area.getMaxY() - crop.getLowerLeftY();
        double w = crop.getWidth();
        double h = crop.getHeight();
        return switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 -> box(below, left, above, right);
            case 180 -> box(w - right, below, w - left, above);
            case 270 -> box(h - above, w - right, h - below, w - left);
            default -> box(left, h - above, right, h - below);
        };
    }

    /** The area, in the user space of the page's content, that is displayed there. */
    public PDRectangle area(PDPage page, Box displayed) {
        PDRectangle crop = page.getCropBox();
        float left = displayed.x() / factor;
        float top = displayed.y() / factor;
        float w = displayed.w() / factor;
        float h = displayed.h() / factor;
        float right = left + w;
        float bottom = top + h;
        return switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 -> rectangle(crop, top, left, h, w);
            case 180 -> rectangle(crop, crop.getWidth() - right, top, w, h);
            case 270 -> rectangle(crop, crop.getWidth() - bottom, crop.getHeight() - right, h, w);
            default -> rectangle(crop, left, crop.getHeight() - bottom, w, h);
        };
    }

    private static PDRectangle rectangle(PDRectangle crop, float x, float y, float w, float h) {
        return new PDRectangle(crop.getLowerLeftX() + x, crop.getLowerLeftY() + y, w, h);
    }

    private Box box(double left, double top, double right, double bottom) {
        int x = (int) Math.round(left * factor);
        int y = (int) Math.round(top * factor);
        return new Box(x, y, (int) Math.round(right * factor) - x, (int) Math.round(bottom * factor) - y);
    }
}
