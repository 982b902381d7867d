package pl.paragon.ocr.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDAppearanceContentStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import pl.paragon.contracts.error.ErrorCode;
import pl.paragon.ocr.document.budget.PdfBudget;

/**
 * Gives filled-in fields of a form what a viewer makes for them: the value in the field's rectangle, if the file brings
 * no picture of it or says that it is out of date. PDFBox's own generator needs fonts that such files lack.
 */
final class FormFields {

    private static final COSName TEXT = COSName.getPDFName("Tx");
    private static final COSName CHOICE = COSName.getPDFName("Ch");
    private static final int PASSWORD = 1 << 13;

    /** Fields of a page, and of all their text. */
    private static final int MOST_FIELDS = 1_000;

    private static final int MOST_CHARACTERS = 30_000;
    /** Names and values are inherited from the fields above; a form has some three levels. */
    private static final int DEEPEST = 16;

    private static final int MOST_OPTIONS = 1_000;

    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s+Tf");
    private static final double SMALLEST = 4;
    private static final double LARGEST_GUESSED = 12;
    private static final double PADDING = 2;
    private static final double LEADING = 1.2;

    private final PDDocument document;
    private final COSDictionary form;
    private PDFont font;
    private int characters;

    private FormFields(PDDocument document, COSDictionary form) {
        this.document = document;
        this.form = form;
    }

    /** Draws the page's fields that have a value and no appearance. */
    static void draw(PDDocument document, PDPage page) throws IOException {
        if (document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.ACRO_FORM)
                instanceof COSDictionary form) {
            new FormFields(document, form).draw(page);
        }
    }

    private void draw(PDPage page) throws IOException {
        boolean outOfDate = form.getBoolean(COSName.NEED_APPEARANCES, false);
        int fields = 0;
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (annotation instanceof PDAnnotationWidget widget) {
                fields++;
                PdfBudget.require(ErrorCode.PDF_TOO_COMPLEX, "fields", fields, MOST_FIELDS);
                String value = value(widget.getCOSObject());
                if (!value.isBlank() && (outOfDate || !showsText(widget))) {
                    characters += value.length();
                    PdfBudget.require(ErrorCode.TEXT_TOO_LONG, "characters", characters, MOST_CHARACTERS);
                    draw(widget, value);
                }
            }
        }
    }

    private String value(COSDictionary widget) {
        COSBase type = inherited(widget, COSName.FT);
        boolean text = TEXT.equals(type);
        if (!text && !CHOICE.equals(type)) {
            return "";
        }
        if (inherited(widget, COSName.FF) instanceof COSNumber flags && text && (flags.intValue() & PASSWORD) != 0) {
            return "";
        }
        COSBase value = inherited(widget, COSName.V);
        return text ? plain(value) : option(value, inherited(widget, COSName.OPT));
    }

    private static String plain(COSBase value) {
        if (value instanceof COSString string) {
            return string.getString();
        }
        if (value instanceof COSName name) {
            return name.getName();
        }
        return value instanceof COSArray array && array.size() > 0 ? plain(string(array.getObject(0))) : "";
    }

    private static COSBase string(COSBase value) {
        return value instanceof COSString ? value : null;
    }

    /** What an option is called, which need not be its value. */
    private static String option(COSBase value, COSBase options) {
        String chosen = plain(value);
        if (options instanceof COSArray all) {
            for (int i = 0; i < Math.min(MOST_OPTIONS, all.size()); i++) {
                if (all.getObject(i) instanceof COSArray pair
                        && pair.size() == 2
                        && plain(string(pair.getObject(0))).equals(chosen)) {
                    return plain(string(pair.getObject(1)));
                }
            }
        }
        return chosen;
    }

    private static COSBase inherited(COSDictionary field, COSName name) {
        COSDictionary at = field;
        for (int i = 0; i < DEEPEST && at != null; i++) {
            COSBase value = at.getDictionaryObject(name);
            if (value != null) {
                return value;
            }
            at = at.getDictionaryObject(COSName.PARENT) instanceof COSDictionary parent ? parent : null;
        }
        return null;
    }

    /** Some programs write an appearance that is empty, or only a frame. */
    private static boolean showsText(PDAnnotationWidget widget) throws IOException {
        PDAppearanceStream shown = widget.getNormalAppearanceStream();
        if (shown == null) {
            return false;
        }
        try (InputStream content = shown.getContentStream().createInputStream()) {
            String operators = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
            return operators.contains("Tj") || operators.contains("TJ") || operators.contains(" Do");
        }
    }

    private void draw(PDAnnotationWidget widget, String value) throws IOException {
        PDRectangle place = widget.getRectangle();
        if (place == null || place.getWidth() <= 0 || place.getHeight() <= 0) {
            return;
        }
        List<String> lines = value.lines().map(this::drawable).toList();
        double size = size(widget, place, lines.size());
        PDAppearanceStream appearance = new PDAppearanceStream(document);
        appearance.setBBox(new PDRectangle(place.getWidth(), place.getHeight()));
        appearance.setResources(new PDResources());
        try (PDAppearanceContentStream content = new PDAppearanceContentStream(appearance)) {
            double top =
                    lines.size() == 1 ? (place.getHeight() - 0.7 * size) / 2 : place.getHeight() - PADDING - 0.8 * size;
            for (int i = 0; i < lines.size(); i++) {
                content.beginText();
                content.setFont(font(), (float) size);
                content.newLineAtOffset(
                        (float) left(widget, place, lines.get(i), size), (float) (top - i * LEADING * size));
                content.showText(lines.get(i));
                content.endText();
            }
        }
        PDAppearanceDictionary appearances = new PDAppearanceDictionary();
        appearances.setNormalAppearance(appearance);
        widget.setAppearance(appearances);
    }

    private double size(PDAnnotationWidget widget, PDRectangle place, int lines) {
        COSBase style = inherited(widget.getCOSObject(), COSName.DA);
        Matcher size = SIZE.matcher(plain(style == null ? form.getDictionaryObject(COSName.DA) : style));
        double said = size.find() ? Double.parseDouble(size.group(1)) : 0;
        double fitting = (place.getHeight() - PADDING) / (LEADING * lines);
        double guessed = Math.min(LARGEST_GUESSED, fitting);
        return Math.max(SMALLEST, said == 0 ? guessed : Math.min(said, 1.5 * Math.max(SMALLEST, fitting)));
    }

    private double left(PDAnnotationWidget widget, PDRectangle place, String line, double size) throws IOException {
        double room = place.getWidth() - font().getStringWidth(line) / 1000 * size;
        int aligned = inherited(widget.getCOSObject(), COSName.Q) instanceof COSNumber number ? number.intValue() : 0;
        return switch (aligned) {
            case 1 -> room / 2;
            case 2 -> room - PADDING;
            default -> PADDING;
        };
    }

    private PDFont font() throws IOException {
        if (font == null) {
            try (InputStream letters = PDDocument.class.getResourceAsStream(
                    "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
                font = PDType0Font.load(document, letters);
            }
        }
        return font;
    }

    /** Without what the font has no glyph for. */
    private String drawable(String line) {
        StringBuilder drawable = new StringBuilder();
        line.codePoints().forEach(c -> {
            String letter = Character.toString(c);
            drawable.append(hasGlyph(letter) ? letter : " ");
        });
        return drawable.toString();
    }

    private boolean hasGlyph(String letter) {
        try {
            return font().encode(letter).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
