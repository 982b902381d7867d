package pl.paragon.ocr.document;

import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDAbstractPattern;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDShadingPattern;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShading;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import pl.paragon.ocr.document.budget.ImageCost;
import pl.paragon.ocr.document.budget.PdfBudget;
import pl.paragon.ocr.document.budget.StreamCost;
import pl.paragon.ocr.document.content.PageScale;

/** Draws a page and charges each step before it is taken. What grows with the page's pixels is counted in pixels. */
final class BudgetedDrawer extends PageDrawer {

    private static final Color NOTHING = new Color(0, 0, 0, 0);

    /** What takes so many times as long as plain paint. */
    private static final double BLENDED = 30;

    private static final double GROUPED = 40;
    private static final double GRADIENT = 16;
    /** A clip costs this, and this for each pair of its segments: they may all cross each other. */
    private static final double CLIP = 60_000;

    private static final double CLIP_PAIR = 30;
    private static final double SEGMENT = 50;
    /** Of a letter's outline, on an average. */
    private static final double SEGMENTS_OF_A_GLYPH = 40;

    /** A group has four bytes in the heap for each of its pixels, and each within another one has its own. */
    private static final int DEEPEST_GROUPS = 3;

    private final PdfBudget budget;
    private final StreamCost streams;
    private final ImageCost images;
    private final double pixelsPerPoint;
    private final double pagePixels;
    private final Drawing drawing;
    private int clippingGlyphs;
    private int groups;
    private int subsampling = 1;

    BudgetedDrawer(PageDrawerParameters parameters, PdfBudget budget, PageScale scale, Drawing drawing)
            throws IOException {
        super(parameters);
        this.drawing = drawing;
        this.budget = budget;
        this.streams = new StreamCost(budget);
        this.images = new ImageCost(budget);
        this.pixelsPerPoint = scale.factor();
        this.pagePixels = (double) scale.width() * scale.height();
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.operator();
        if (operator.getName().equals(OperatorName.DRAW_OBJECT)
                && !operands.isEmpty()
                && operands.getFirst() instanceof COSName name
                && drawJpeg2000(name)) {
            return;
        }
        if (operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE) && operator.getImageData() != null) {
            streams.requireInline(operator.getImageData(), operator.getImageParameters());
        }
        super.processOperator(operator, operands);
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        paint(pathPixels());
        super.fillPath(windingRule);
        budget.requireTime();
    }

    @Override
    public void strokePath() throws IOException {
        budget.painted(dashes() * SEGMENT);
        paint(pathPixels() + strokePixels());
        super.strokePath();
        budget.requireTime();
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        paint(pathPixels());
        super.fillAndStrokePath(windingRule);
    }

    @Override
    public void clip(int windingRule) {
        if (windingRule != -1) {
            double segments = segments();
            budget.painted(CLIP + CLIP_PAIR * segments * segments);
        }
        super.clip(windingRule);
        budget.requireTime();
    }

    @Override
    protected void showGlyph(Matrix at, PDFont font, int code, Vector displacement) throws IOException {
        budget.operator();
        if (getGraphicsState().getTextState().getRenderingMode().isClip()) {
            clippingGlyphs++;
            budget.painted(CLIP);
        }
        paint(glyphPixels(at));
        super.showGlyph(at, font, code, displacement);
    }

    /** The outlines of all its clipping letters become one clip. */
    @Override
    public void endText() throws IOException {
        double segments = clippingGlyphs * SEGMENTS_OF_A_GLYPH;
        clippingGlyphs = 0;
        budget.painted(CLIP_PAIR * segments * segments);
        super.endText();
        budget.requireTime();
    }

    @Override
    protected void showType3Glyph(Matrix at, PDType3Font font, int code, Vector displacement) throws IOException {
        within(() -> super.showType3Glyph(at, font, code, displacement));
    }

    /** PDFBox leaves out what it cannot decode, and says so nowhere but in its log. */
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
        boolean inline = operator.getName().equals(OperatorName.BEGIN_INLINE_IMAGE);
        if (inline || operator.getName().equals(OperatorName.DRAW_OBJECT)) {
            drawing.lacksAPicture();
        }
        if (!inline) {
            super.operatorException(operator, operands, e);
        }
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        if (!drawing.withPictures()) {
            return;
        }
        AffineTransform at = getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
        boolean drawable = image.getWidth() > 0 && image.getHeight() > 0;
        subsampling = images.require(image, drawable ? super.getSubsampling(image, at) : 1);
        paint(area(at.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1)).getBounds2D()));
        if (ImageData.isCutOff(image)) {
            drawing.lacksAPicture();
        }
        super.drawImage(image);
        budget.requireTime();
    }

    /** PDFBox has no decoder for it, and asks for one before anything else. */
    private boolean drawJpeg2000(COSName name) throws IOException {
        COSDictionary objects = getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
        if (objects == null
                || !(objects.getDictionaryObject(name) instanceof COSStream image)
                || !ImageData.isOnly(image, COSName.JPX_DECODE)) {
            return false;
        }
        if (drawing.withPictures()) {
            Optional<PDImage> decoded = drawing.jpeg2000().decode(image, images);
            if (decoded.isEmpty()) {
                drawing.lacksAPicture();
                return true;
            }
            AffineTransform at =
                    getGraphicsState().getCurrentTransformationMatrix().createAffineTransform();
            paint(area(at.createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
                    .getBounds2D()));
            subsampling = 1;
            super.drawImage(decoded.get());
            budget.requireTime();
        }
        return true;
    }

    /** As coarse as the heap needs it. */
    @Override
    protected int getSubsampling(PDImage image, AffineTransform at) {
        return subsampling;
    }

    /** Gradients along a line or between circles are drawn; the others, which no receipt has, are left out. */
    @Override
    public void shadingFill(COSName name) throws IOException {
        PDShading shading = getResources().getShading(name);
        if (isGradient(shading)) {
            paint(GRADIENT * pagePixels);
            super.shadingFill(name);
            budget.requireTime();
        }
    }

    private static boolean isGradient(PDShading shading) {
        return shading != null
                && (shading.getShadingType() == PDShading.SHADING_TYPE2
                        || shading.getShadingType() == PDShading.SHADING_TYPE3);
    }

    @Override
    protected Paint getPaint(PDColor colour) throws IOException {
        if (colour.getColorSpace() instanceof PDPattern patterns) {
            PDAbstractPattern pattern = patterns.getPattern(colour);
            if (pattern instanceof PDShadingPattern shaded) {
                if (!isGradient(shaded.getShading())) {
                    return NOTHING;
                }
                budget.painted(GRADIENT * pagePixels);
            }
            if (pattern instanceof PDTilingPattern) {
                return tiles(colour);
            }
        }
        return super.getPaint(colour);
    }

    private Paint tiles(PDColor colour) throws IOException {
        Paint[] tiles = new Paint[1];
        withinGroup(pagePixels, () -> tiles[0] = super.getPaint(colour));
        return tiles[0];
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        within(() -> super.showForm(form));
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
        withinGroup(pixels(group), () -> super.showTransparencyGroup(group));
    }

    @Override
    protected void processSoftMask(PDTransparencyGroup group) throws IOException {
        withinGroup(pixels(group), () -> super.processSoftMask(group));
    }

    private interface Content {
        void draw() throws IOException;
    }

    private void within(Content content) throws IOException {
        budget.enter();
        try {
            content.draw();
        } finally {
            budget.leave();
        }
    }

    private double pixels(PDTransparencyGroup group) {
        PDRectangle box = group.getBBox();
        if (box == null) {
            return 0;
        }
        Matrix placed = Matrix.concatenate(getGraphicsState().getCurrentTransformationMatrix(), group.getMatrix());
        return area(box.transform(placed).getBounds2D());
    }

    private void withinGroup(double pixels, Content content) throws IOException {
        groups++;
        try {
            budget.requireDepth(groups, DEEPEST_GROUPS);
            budget.painted(GROUPED * pixels);
            within(content);
        } finally {
            groups--;
        }
    }

    @Override
    public void showAnnotation(PDAnnotation annotation) {
        budget.operator();
        try {
            super.showAnnotation(annotation);
        } catch (IOException e) {
            drawing.lacksAPicture();
        }
    }

    private void paint(double pixels) {
        double plain = Math.min(pixels, pagePixels);
        double paths = Math.max(0, pixels - pagePixels);
        boolean blended = getGraphicsState().getBlendMode() != BlendMode.NORMAL;
        boolean masked = getGraphicsState().getSoftMask() != null;
        budget.painted(plain * (blended || masked ? BLENDED : 1) + paths);
    }

    /** The area, and for each of its edges the rows that it crosses. */
    private double pathPixels() {
        double[] to = new double[6];
        double rows = 0;
        double y = 0;
        int segments = 0;
        for (PathIterator i = getLinePath().getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(to);
            segments++;
            int last = kind == PathIterator.SEG_CUBICTO ? 5 : kind == PathIterator.SEG_QUADTO ? 3 : 1;
            if (kind != PathIterator.SEG_CLOSE) {
                rows += Math.abs(to[last] - y);
                y = to[last];
            }
        }
        double crossed = Math.min(rows * pixelsPerPoint, segments * pagePixels);
        return area(getLinePath().getBounds2D()) + crossed + SEGMENT * segments;
    }

    private int segments() {
        int segments = 0;
        for (PathIterator i = getLinePath().getPathIterator(null); !i.isDone(); i.next()) {
            segments++;
        }
        return segments;
    }

    private double strokePixels() {
        Rectangle2D bounds = getLinePath().getBounds2D();
        double width = transformWidth(getGraphicsState().getLineWidth());
        bounds.setRect(
                bounds.getX() - width,
                bounds.getY() - width,
                bounds.getWidth() + 2 * width,
                bounds.getHeight() + 2 * width);
        return area(bounds);
    }

    /** How many dashes a stroke has. */
    private double dashes() {
        float[] pattern = getGraphicsState().getLineDashPattern().getDashArray();
        double length = 0;
        for (float dash : pattern) {
            length += Math.abs(dash);
        }
        if (pattern.length == 0 || length == 0) {
            return 0;
        }
        double scaled = Math.max(1e-6, transformWidth((float) length));
        double[] to = new double[6];
        double along = 0;
        double x = 0;
        double y = 0;
        for (PathIterator i = getLinePath().getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(to);
            int last = kind == PathIterator.SEG_CUBICTO ? 4 : kind == PathIterator.SEG_QUADTO ? 2 : 0;
            if (kind != PathIterator.SEG_CLOSE) {
                along += Math.hypot(to[last] - x, to[last + 1] - y);
                x = to[last];
                y = to[last + 1];
            }
        }
        return pattern.length * along / scaled;
    }

    private double glyphPixels(Matrix at) {
        double side = Math.abs(at.getScalingFactorX() * at.getScalingFactorY()) * pixelsPerPoint * pixelsPerPoint;
        return Math.min(side, pagePixels) + SEGMENT;
    }

    private double area(Rectangle2D bounds) {
        PDRectangle page = getPage().getCropBox();
        double width = Math.min(bounds.getWidth(), 2 * Math.max(page.getWidth(), page.getHeight()));
        double height = Math.min(bounds.getHeight(), 2 * Math.max(page.getWidth(), page.getHeight()));
        return Math.min(pagePixels, width * height * pixelsPerPoint * pixelsPerPoint);
    }
}
