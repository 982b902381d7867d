package pl.paragon.ocr.heif;

/** What is done to the decoded picture before it is shown, in the order in which the file lists it. */
public sealed interface Transform {

    /** Only this part is shown. */
    record Crop(int left, int top, int width, int height) implements Transform {}

    /** @param quarters turns by 90 degrees, anti-clockwise, 0 to 3 */
    record Rotation(int quarters) implements Transform {}

    /** @param leftAndRight whether left and right change places, or else top and bottom */
    record Mirroring(boolean leftAndRight) implements Transform {}
}
