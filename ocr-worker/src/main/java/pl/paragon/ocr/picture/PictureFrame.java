package pl.paragon.ocr.picture;

import java.util.function.UnaryOperator;

/**
 * One picture of a file, checked and not yet decoded.
 *
 * @param index in the file, from 0
 * @param size as stored, before it is turned
 * @param mostReduction the smallest size at which it can be decoded: 1, a half (2), a quarter (4) or an eighth (8)
 * @param upright turns the decoded picture as the file says; takes what it is given over
 * @param cutOff whether the file ends before the picture does, and its decoder shows the part that is there
 */
public record PictureFrame(
        int index, PictureSize size, int mostReduction, UnaryOperator<Picture> upright, boolean cutOff) {

    static final int WHOLE = 1;
    static final int AN_EIGHTH = 8;

    PictureFrame(int index, PictureSize size, int mostReduction, UnaryOperator<Picture> upright) {
        this(index, size, mostReduction, upright, false);
    }

    /** The only picture of its file, to be shown as it is decoded. */
    static PictureFrame only(PictureSize size, int mostReduction) {
        return new PictureFrame(0, size, mostReduction, UnaryOperator.identity());
    }
}
