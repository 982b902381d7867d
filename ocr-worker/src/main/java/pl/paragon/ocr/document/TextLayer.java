package pl.paragon.ocr.document;

import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Page;
import pl.paragon.contracts.text.Quad;
import pl.paragon.contracts.text.TextLine;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.document.budget.PdfBudget;

/** The text of one page with its positions, and whether it is to be trusted. */
final class TextLayer extends PDFTextStripper {

    /** Fewer letters and digits are a page number or a mark of the program that made the file. */
    private static final int FEWEST_CHARACTERS = 10;

    /** With fewer, a picture that covers much of the page is the receipt and the text is its caption. */
    private static final int FEWEST_BESIDE_A_PICTURE = 200;

    private static final double MUCH_OF_THE_PAGE = 0.3;
    private static final double MOST_HIDDEN = 0.5;
    private static final double MOST_UNREADABLE = 0.05;

    private static final Pattern LIGATURE = Pattern.compile("[\\uFB00-\\uFB06]");

    private final PageScale scale;
    private final PdfBudget budget;
    private final int mostCharacters;
    private final List<Word> line = new ArrayList<>();
    private final List<TextLine> lines = new ArrayList<>();
    private int characters;
    private long letters;
    private int hidden;
    private int unreadable;
    private double pictures;

    TextLayer(PageScale scale, PdfBudget budget, int mostCharacters) throws IOException {
        this.scale = scale;
        this.budget = budget;
        this.mostCharacters = mostCharacters;
        setSortByPosition(true);
        addOperator(new SetTextRenderingMode(this));
        addOperator(new PictureAreas());
    }

    /** @return empty if the page has no text, or one that is not what the eye sees */
    Optional<Page> read(PDDocument document, int index) throws IOException {
        setStartPage(index + 1);
        setEndPage(index + 1);
        writeText(document, Writer.nullWriter());
        endLine();
        if (!isReal()) {
            return Optional.empty();
        }
        return Optional.of(new Page(index + 1, scale.width(), scale.height(), Page.Origin.TEXT_LAYER, lines));
    }

    private boolean isReal() {
        int needed = pictures > MUCH_OF_THE_PAGE * scale.width() * scale.height()
                ? FEWEST_BESIDE_A_PICTURE
                : FEWEST_CHARACTERS;
        return characters >= needed && hidden <= MOST_HIDDEN * characters && unreadable <= MOST_UNREADABLE * characters;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.operator();
        super.processOperator(operator, operands);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        within(() -> super.showForm(form));
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
        within(() -> super.showTransparencyGroup(group));
    }

    @Override
    protected void showType3Glyph(Matrix at, PDType3Font font, int code, Vector displacement) throws IOException {
        within(() -> super.showType3Glyph(at, font, code, displacement));
    }

    private interface Content {
        void show() throws IOException;
    }

    private void within(Content content) throws IOException {
        budget.enter();
        try {
            content.show();
        } finally {
            budget.leave();
        }
    }

    /** Counted as it comes, blanks included: all of it is held and sorted before a line is written. */
    @Override
    protected void processTextPosition(TextPosition text) {
        String unicode = text.getUnicode();
        letters += unicode == null ? 1 : Math.max(1, unicode.length());
        PdfBudget.require(ErrorCode.TEXT_TOO_LONG, "characters", letters, mostCharacters);
        if (unicode != null && !unicode.isBlank()) {
            characters++;
            if (getGraphicsState().getTextState().getRenderingMode() == RenderingMode.NEITHER) {
                hidden++;
            }
            if (unicode.codePoints().anyMatch(TextLayer::isUnreadable)) {
                unreadable++;
            }
        }
        super.processTextPosition(text);
    }

    private static boolean isUnreadable(int character) {
        return character == 0xFFFD
                || Character.getType(character) == Character.PRIVATE_USE
                || Character.isISOControl(character);
    }

    /** What comes here has no gap wider than a space, but may hold spaces as characters of their own. */
    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        List<TextPosition> word = new ArrayList<>();
        for (TextPosition position : positions) {
            if (position.getUnicode().isBlank()) {
                endWord(word);
            } else {
                word.add(position);
            }
        }
        endWord(word);
    }

    private void endWord(List<TextPosition> word) {
        if (!word.isEmpty()) {
            String text = word.stream().map(TextPosition::getUnicode).collect(Collectors.joining());
            line.add(new Word(plain(text), box(word), 1));
            word.clear();
        }
    }

    /** Ligatures (U+FB00 to U+FB06) as the letters that they stand for, marks joined with their letters. */
    private static String plain(String text) {
        return Normalizer.normalize(
                LIGATURE.matcher(text).replaceAll(found -> Normalizer.normalize(found.group(), Normalizer.Form.NFKC)),
                Normalizer.Form.NFC);
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    private void endLine() {
        if (line.isEmpty()) {
            return;
        }
        Box around = line.stream().map(Word::box).reduce(Box::union).orElseThrow();
        String text = line.stream().map(Word::text).collect(Collectors.joining(" "));
        lines.add(new TextLine(Quad.of(around), text, 1, line, List.of(), List.of()));
        line.clear();
    }

    private Box box(List<TextPosition> positions) {
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right = 0;
        float bottom = 0;
        for (TextPosition position : positions) {
            left = Math.min(left, position.getX());
            right = Math.max(right, position.getX() + position.getWidth());
            top = Math.min(top, position.getY() - position.getHeight());
            bottom = Math.max(bottom, position.getY());
        }
        int x = Math.round(left * scale.factor());
        int y = Math.round(top * scale.factor());
        return new Box(x, y, Math.round(right * scale.factor()) - x, Math.round(bottom * scale.factor()) - y);
    }

    /** Adds up how much of the page pictures cover; the stripper itself passes over them. */
    private final class PictureAreas extends DrawObject {

        PictureAreas() {
            super(TextLayer.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> arguments) throws IOException {
            if (!arguments.isEmpty()
                    && arguments.getFirst() instanceof COSName name
                    && getContext().getResources().isImageXObject(name)) {
                Matrix placed = getContext().getGraphicsState().getCurrentTransformationMatrix();
                pictures += Math.abs(placed.getScalingFactorX() * placed.getScalingFactorY())
                        * scale.factor()
                        * scale.factor();
            } else {
                super.process(operator, arguments);
            }
        }
    }
}
