package pl.paragon.ocr.document;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import pl.paragon.ocr.document.budget.PdfBudget;
import pl.paragon.ocr.document.content.PageScale;

/** Draws pages within a budget. */
final class BudgetedRenderer extends PDFRenderer {

    static {
        // A cell of a tiling pattern is drawn in a picture of its own, of up to 3000 pixels squared by default.
        System.setProperty("pdfbox.rendering.tilingpaint.maxedge", "1500");
    }

    private final PdfBudget budget;
    private final PageScale scale;
    private final Drawing drawing;

    BudgetedRenderer(PDDocument document, PdfBudget budget, PageScale scale, Drawing drawing) {
        super(document);
        this.budget = budget;
        this.scale = scale;
        this.drawing = drawing;
        // A picture of a hundred megapixels on the page is read at the size that is drawn.
        setSubsamplingAllowed(true);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        PageDrawer drawer = new BudgetedDrawer(parameters, budget, scale, drawing);
        drawer.setAnnotationFilter(getAnnotationsFilter());
        return drawer;
    }
}
