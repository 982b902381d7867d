package pl.paragon.ocr.line;

import pl.paragon.contracts.text.Box;

/**
 * A rectangle around a line of print, in pixels of the decoded picture.
 *
 * @param cx its middle
 * @param w along the text
 * @param h across the text
 * @param angle of the text, degrees, clockwise as displayed (the y axis points down)
 */
public record LineBox(float cx, float cy, float w, float h, float angle) {

    private static final double BARELY_LONGER = 2;
    /** The room that the detector leaves around print, in heights of its capitals; below them for letters such as g. */
    private static final double ABOVE = 0.35;

    private static final double BELOW = 0.4;
    private static final double BESIDE = 0.2;

    /**
     * The rectangle, as the detector would have found it, around an upright word.
     *
     * @param word close around its capitals, in pixels as displayed
     * @param scale pixels as displayed for one decoded pixel
     */
    public static LineBox around(Box word, double scale) {
        double height = Math.max(1, word.h());
        return new LineBox(
                (float) ((word.x() + word.w() / 2.0) / scale),
                (float) ((word.y() + height * (1 + BELOW - ABOVE) / 2) / scale),
                (float) ((word.w() + 2 * BESIDE * height) / scale),
                (float) (height * (1 + ABOVE + BELOW) / scale),
                0);
    }

    /** The same rectangle in a picture that is so many times as large. */
    LineBox scaled(double x, double y) {
        return new LineBox((float) (cx * x), (float) (cy * y), (float) (w * x), (float) (h * y), angle);
    }

    /**
     * The same rectangle, read in the direction nearest to {@code direction}: from its other end if it was the wrong
     * way round, and along its other side if it is nearly square, since its longer side then says nothing of how its
     * text runs.
     */
    public LineBox towards(double direction) {
        double off = Math.abs(signed(angle - direction));
        if (!tellsDirection() && off > 45 && off < 135) {
            return new LineBox(cx, cy, h, w, angle + 90).towards(direction);
        }
        double turned = off <= 90 ? angle : angle + 180;
        return new LineBox(cx, cy, w, h, (float) (direction + signed(turned - direction)));
    }

    /** Whether it is so much longer than high that its text surely runs along its longer side. */
    public boolean tellsDirection() {
        return Math.max(w, h) >= BARELY_LONGER * Math.min(w, h);
    }

    /** Whether its text runs along {@code direction}, forwards or backwards. */
    public boolean runsAlong(double direction) {
        double off = Math.abs(signed(angle - direction));
        return off <= 45 || off >= 135;
    }

    /**
     * The same rectangle in the picture before it was turned.
     *
     * @param degrees the direction of that picture's print that runs to the right in the turned one
     * @param cols width of the picture before
     * @param rows height of the picture before
     */
    public LineBox turnedBack(int degrees, int cols, int rows) {
        return switch (degrees) {
            case 90 -> new LineBox(cols - cy, cx, w, h, angle + 90);
            case 180 -> new LineBox(cols - cx, rows - cy, w, h, angle + 180);
            case 270 -> new LineBox(cy, rows - cx, w, h, angle + 270);
            default -> throw new IllegalArgumentException("not a quarter turn: " + degrees);
        };
    }

    /** From the line through its middle, along the text, to the other's centre. */
    public double distance(LineBox other) {
        double a = Math.toRadians(angle);
        double dx = other.cx - cx;
        double dy = other.cy - cy;
        double along = dx * Math.cos(a) + dy * Math.sin(a);
        double across = dy * Math.cos(a) - dx * Math.sin(a);
        return Math.hypot(Math.max(0, Math.abs(along) - w / 2), across);
    }

    /** Its corners as it is read: upper left, upper right, lower right, lower left, as x1, y1, x2, … */
    public float[] corners() {
        double a = Math.toRadians(angle);
        double cos = Math.cos(a);
        double sin = Math.sin(a);
        float[] corners = new float[8];
        for (int i = 0; i < 4; i++) {
            double along = (i == 0 || i == 3 ? -1 : 1) * w / 2;
            double across = (i < 2 ? -1 : 1) * h / 2;
            corners[2 * i] = (float) (cx + along * cos - across * sin);
            corners[2 * i + 1] = (float) (cy + along * sin + across * cos);
        }
        return corners;
    }

    /** An angle as −180 to 180. */
    private static double signed(double degrees) {
        double turned = degrees % 360;
        if (turned > 180) {
            return turned - 360;
        }
        return turned <= -180 ? turned + 360 : turned;
    }
}
