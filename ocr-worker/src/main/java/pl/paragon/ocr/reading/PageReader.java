package pl.paragon.ocr.reading;

import java.util.List;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.picture.Picture;

/** Reads what is printed in one picture. Used by several threads at a time. */
public interface PageReader extends AutoCloseable {

    /** The reader's name, as it stands in {@link pl.paragon.contracts.text.RecognizedText#engine()}. */
    String engine();

    /**
     * Reads a picture; it stays the caller's, to be closed.
     *
     * @param number of the page, from 1
     * @return boxes in pixels of the picture as displayed upright, whatever size it was decoded at
     * @throws ReadingStoppedException if {@code stop} was raised meanwhile
     */
    Page read(Picture picture, int number, StopSignal stop) throws ReadingStoppedException;

    /**
     * Reads upright words whose places are known, each for itself.
     *
     * @param places in pixels of the picture as displayed, close around the words' capitals
     * @return a word for each place, with an empty text if no print is seen there
     * @throws ReadingStoppedException if {@code stop} was raised meanwhile
     */
    List<Word> read(Picture picture, List<Box> places, StopSignal stop) throws ReadingStoppedException;

    @Override
    void close();
}
