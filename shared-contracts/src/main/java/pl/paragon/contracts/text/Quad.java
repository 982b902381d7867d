package pl.paragon.contracts.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A quadrilateral around a line of text, in pixels of its page as displayed upright: the corners upper left, upper
 * right, lower right, lower left as the text is read. In JSON eight numbers, {@code [x1, y1, x2, y2, x3, y3, x4, y4]}.
 * A tilted line keeps its tilt.
 */
public record Quad(float x1, float y1, float x2, float y2, float x3, float y3, float x4, float y4) {

    @JsonCreator
    public static Quad of(float[] c) {
        if (c == null || c.length != 8) {
            throw new IllegalArgumentException("a quadrilateral is eight numbers");
        }
        return new Quad(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]);
    }

    public static Quad of(Box b) {
        return new Quad(b.x(), b.y(), b.x() + b.w(), b.y(), b.x() + b.w(), b.y() + b.h(), b.x(), b.y() + b.h());
    }

    /** The smallest upright box around it. */
    @JsonIgnore
    public Box bounds() {
        float left = Math.min(Math.min(x1, x2), Math.min(x3, x4));
        float top = Math.min(Math.min(y1, y2), Math.min(y3, y4));
        float right = Math.max(Math.max(x1, x2), Math.max(x3, x4));
        float bottom = Math.max(Math.max(y1, y2), Math.max(y3, y4));
        int x = (int) Math.floor(left);
        int y = (int) Math.floor(top);
        return new Box(x, y, (int) Math.ceil(right) - x, (int) Math.ceil(bottom) - y);
    }

    @JsonValue
    public float[] toArray() {
        return new float[] {x1, y1, x2, y2, x3, y3, x4, y4};
    }
}
