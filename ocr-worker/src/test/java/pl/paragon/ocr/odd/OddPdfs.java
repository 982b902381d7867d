package pl.paragon.ocr.odd;

import java.util.List;
import java.util.stream.Stream;

/** PDF files that people really have: made for the tests after what is reported of other programs. */
public final class OddPdfs {

    private OddPdfs() {}

    public static List<OddPdf> all() {
        return Stream.of(
                        OddPageTrees.all(),
                        OddFonts.all(),
                        OddUnseenTexts.all(),
                        OddSpacings.all(),
                        OddForms.all(),
                        OddLetters.all(),
                        OddAttachments.all(),
                        OddPictures.all())
                .flatMap(List::stream)
                .toList();
    }
}
