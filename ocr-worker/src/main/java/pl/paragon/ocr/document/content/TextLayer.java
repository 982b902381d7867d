package pl.paragon.ocr.document.content;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.Writer;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.contracts.text.Box;
import pl.paragon.contracts.text.Word;
import pl.paragon.ocr.document.budget.PdfBudget;
import pl.paragon.ocr.document.content.PageContent.Claim;

/** Reads the text of one page with its positions, that of filled-in fields and notes included. */
public final class TextLayer extends PDFTextStripper {

    /** Fewer letters and digits are a page number or a mark of the program that made the file. */
    private static final int FEWEST_CHARACTERS = 10;

    /** With fewer, a picture that covers much of the page is the receipt and the text is its caption. */
    private static final int FEWEST_BESIDE_A_PICTURE = 200;

    private static final double MUCH_OF_THE_PAGE = 0.3;
    private static final double MOST_HIDDEN = 0.5;
    private static final double MOST_UNREADABLE = 0.05;
    /** Lower print cannot be seen: of a receipt 80 mm wide, a third of a millimetre. */
    private static final double LOWEST_PRINT = 6;
    /** Strips of a scan; more are a drawing made of pictures. */
    private static final int MOST_PICTURES = 2_000;

    /** Widths of a word's letters, by the room that they have: twice as much are two words at one place. */
    private static final double CROWDED = 1.5;

    private static final int SHORTEST_CROWDED = 4;

    private static final Pattern LIGATURE = Pattern.compile("[\\uFB00-\\uFB06]");

    private final PageScale scale;
    private final PdfBudget budget;
    private final int mostCharacters;
    private final Map<PDFont, Integer> fonts = new IdentityHashMap<>();
    private final List<List<TextPosition>> line = new ArrayList<>();
    private final List<List<PlacedWord>> lines = new ArrayList<>();
    private final List<Box> pictures = new ArrayList<>();
    private int characters;
    private long letters;
    private int hidden;
    private int unreadable;

    public TextLayer(PageScale scale, PdfBudget budget, int mostCharacters) throws IOException {
        this.scale = scale;
        this.budget = budget;
        this.mostCharacters = mostCharacters;
        setSortByPosition(true);
        // Bold print is written twice by programs that have no bold font.
        setSuppressDuplicateOverlappingText(true);
        addOperator(new SetTextRenderingMode(this));
        addOperator(new PictureAreas());
    }

    public PageContent read(PDDocument document, int index) throws IOException {
        setStartPage(index + 1);
        setEndPage(index + 1);
        writeText(document, Writer.nullWriter());
        endLine();
        return new PageContent(index + 1, scale, lines, pictures, claim());
    }

    private Claim claim() {
        if (characters < FEWEST_CHARACTERS) {
            return Claim.NO_TEXT;
        }
        double covered = pictures.stream()
                .mapToDouble(picture -> (double) picture.w() * picture.h())
                .sum();
        boolean caption =
                covered > MUCH_OF_THE_PAGE * scale.width() * scale.height() && characters < FEWEST_BESIDE_A_PICTURE;
        boolean doubtful = hidden > MOST_HIDDEN * characters || unreadable > MOST_UNREADABLE * characters;
        return caption || doubtful ? Claim.UNRELIABLE : Claim.PLAUSIBLE;
    }

    /** After the page's content and before its letters are put in order: what annotations show is part of the page. */
    @Override
    protected void writePage() throws IOException {
        for (PDAnnotation annotation : getCurrentPage().getAnnotations()) {
            if (!annotation.isHidden() && !annotation.isNoView()) {
                within(() -> showIfSound(annotation));
            }
        }
        super.writePage();
    }

    private void showIfSound(PDAnnotation annotation) {
        try {
            showAnnotation(annotation);
        } catch (IOException e) {
            // A broken note is no reason to read nothing of the page.
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.operator();
        if (operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE)) {
            picture();
        }
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
            if (isHidden(text)) {
                hidden++;
                return;
            }
            if (unicode.codePoints().anyMatch(TextLayer::isUnreadable)) {
                unreadable++;
            }
            fonts.putIfAbsent(text.getFont(), fonts.size());
        }
        super.processTextPosition(text);
    }

    private boolean isHidden(TextPosition text) {
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        boolean painted = mode.isFill() || mode.isStroke();
        double height = text.getHeight() * scale.factor();
        double x = (text.getX() + text.getWidth() / 2) * scale.factor();
        double y = (text.getY() - text.getHeight() / 2) * scale.factor();
        return !painted || height < LOWEST_PRINT || x < 0 || y < 0 || x > scale.width() || y > scale.height();
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
            if (!position.getUnicode().isBlank()) {
                word.add(position);
            } else if (!word.isEmpty()) {
                line.add(word);
                word = new ArrayList<>();
            }
        }
        if (!word.isEmpty()) {
            line.add(word);
        }
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    private void endLine() {
        if (!line.isEmpty()) {
            lines.add(SpacedLetters.join(line).stream().map(this::placed).toList());
            line.clear();
        }
    }

    private PlacedWord placed(List<TextPosition> word) {
        String text = word.stream().map(TextPosition::getUnicode).collect(Collectors.joining());
        List<PlacedWord.Glyph> glyphs = word.stream().map(this::glyph).toList();
        return new PlacedWord(new Word(plain(text), box(word), 1), glyphs, isCrowded(word));
    }

    private static boolean isCrowded(List<TextPosition> word) {
        double letters = word.stream().mapToDouble(TextPosition::getWidth).sum();
        double left = word.stream().mapToDouble(TextPosition::getX).min().orElse(0);
        double right = word.stream()
                .mapToDouble(letter -> letter.getX() + letter.getWidth())
                .max()
                .orElse(0);
        return word.size() >= SHORTEST_CROWDED && letters > CROWDED * (right - left);
    }

    private PlacedWord.Glyph glyph(TextPosition letter) {
        int[] codes = letter.getCharacterCodes();
        return new PlacedWord.Glyph(fonts.get(letter.getFont()), codes.length == 0 ? 0 : codes[0], letter.getUnicode());
    }

    /** Ligatures (U+FB00 to U+FB06) as the letters that they stand for, marks joined with their letters. */
    private static String plain(String text) {
        return Normalizer.normalize(
                LIGATURE.matcher(text).replaceAll(found -> Normalizer.normalize(found.group(), Normalizer.Form.NFKC)),
                Normalizer.Form.NFC);
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

    /** Notes where a picture is drawn: what lies within the page of the unit square as it is placed. */
    private void picture() {
        Matrix placed = getGraphicsState().getCurrentTransformationMatrix();
        Rectangle2D area = placed.createAffineTransform()
                .createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
                .getBounds2D();
        Box box = scale.displayed(getCurrentPage(), area);
        int left = Math.max(0, box.x());
        int top = Math.max(0, box.y());
        int right = Math.min(scale.width(), box.x() + box.w());
        int bottom = Math.min(scale.height(), box.y() + box.h());
        if (right > left && bottom > top && pictures.size() < MOST_PICTURES) {
            pictures.add(new Box(left, top, right - left, bottom - top));
        }
    }

    /** The stripper itself passes over pictures. */
    private final class PictureAreas extends DrawObject {

        PictureAreas() {
            super(TextLayer.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> arguments) throws IOException {
            if (!arguments.isEmpty()
                    && arguments.getFirst() instanceof COSName name
                    && getContext().getResources().isImageXObject(name)) {
                picture();
            } else {
                super.process(operator, arguments);
            }
        }
    }
}
