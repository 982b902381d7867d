package pl.paragon.ocr.file;

import java.util.List;
import java.util.Map;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.worker.stage.StageException;

/**
 * How much may be read from one file. What comes after OCR grows with it: the text in the store, the grammar's search,
 * the analysis.
 *
 * @param pageLines of one page
 * @param lines of all pages
 * @param pageCharacters of one page
 * @param characters of all pages
 */
public record TextLimits(int pageLines, int lines, int pageCharacters, int characters) {

    /** @throws StageException {@link ErrorCode#TEXT_TOO_LONG} */
    void check(List<Page> pages) {
        for (Page page : pages) {
            require("page_lines", page.lines().size(), pageLines);
            require("page_characters", characters(page), pageCharacters);
        }
        require("lines", pages.stream().mapToLong(page -> page.lines().size()).sum(), lines);
        require("characters", pages.stream().mapToLong(TextLimits::characters).sum(), characters);
    }

    /** Of whatever makes the text long: what was read, or the symbols that it was read from. */
    private static long characters(Page page) {
        return page.lines().stream().mapToLong(TextLimits::characters).sum();
    }

    private static long characters(TextLine line) {
        return Math.max(line.text().length(), line.symbols().size());
    }

    private static void require(String measure, long value, int limit) {
        if (value > limit) {
            throw new StageException(
                    ErrorCode.TEXT_TOO_LONG, Map.of(measure, String.valueOf(value), "limit", String.valueOf(limit)));
        }
    }
}
