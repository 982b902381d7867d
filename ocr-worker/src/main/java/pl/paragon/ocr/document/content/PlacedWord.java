package pl.paragon.ocr.document.content;

import java.util.List;
import pl.paragon.contracts.text.Word;

/**
 * A word of a text layer.
 *
 * @param word its box in pixels of the page as displayed
 * @param glyphs which glyph of which font stands for each of its characters
 * @param crowded whether its letters have no room beside each other: one text was written over another
 */
record PlacedWord(Word word, List<Glyph> glyphs, boolean crowded) {

    /** What a font says that one of its codes means: the same mistake is made wherever it occurs. */
    record Glyph(int font, int code, String text) {

        boolean isDigit() {
            return text.length() == 1 && Character.isDigit(text.charAt(0));
        }

        boolean isLetterOrDigit() {
            return text.codePoints().anyMatch(Character::isLetterOrDigit);
        }
    }

    long lettersAndDigits() {
        return glyphs.stream().filter(Glyph::isLetterOrDigit).count();
    }
}
