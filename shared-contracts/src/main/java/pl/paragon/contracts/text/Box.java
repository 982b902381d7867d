package pl.paragon.contracts.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An upright rectangle in pixels of its page as displayed upright; in JSON {@code [x, y, w, h]}.
 *
 * @param x of the left edge, to the right
 * @param y of the upper edge, downwards
 */
public record Box(int x, int y, int w, int h) {

    @JsonCreator
    public static Box of(int[] xywh) {
        if (xywh == null || xywh.length != 4) {
            throw new IllegalArgumentException("a box is [x, y, w, h]");
        }
        return new Box(xywh[0], xywh[1], xywh[2], xywh[3]);
    }

    /** The smallest box around both. */
    public Box union(Box other) {
        int left = Math.min(x, other.x);
        int top = Math.min(y, other.y);
        return new Box(left, top, Math.max(x + w, other.x + other.w) - left, Math.max(y + h, other.y + other.h) - top);
    }

    @JsonValue
    public int[] toArray() {
        return new int[] {x, y, w, h};
    }
}
