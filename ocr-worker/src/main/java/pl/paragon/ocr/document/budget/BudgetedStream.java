package pl.paragon.ocr.document.budget;

import java.io.IOException;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** A stream that is measured before it is decoded: PDFBox decodes the whole of it into the heap. */
public final class BudgetedStream extends COSStream {

    private final PdfBudget budget;
    /** −1 until it was measured. */
    private long decodedBytes = -1;

    BudgetedStream(RandomAccessReadView encoded, PdfBudget budget) throws IOException {
        super(null, encoded);
        this.budget = budget;
    }

    @Override
    public COSInputStream createInputStream(DecodeOptions options) throws IOException {
        charge();
        COSInputStream decoded = super.createInputStream(options);
        budget.requireTime();
        return decoded;
    }

    @Override
    public RandomAccessRead createView() throws IOException {
        charge();
        return super.createView();
    }

    private void charge() throws IOException {
        if (StreamCost.isImage(this)) {
            budget.decodedImage(decodedBytes());
        } else {
            budget.decoded(decodedBytes());
        }
    }

    /** How many bytes come out of it; pictures in a format of their own count by their pixels. */
    public long decodedBytes() throws IOException {
        if (decodedBytes < 0) {
            decodedBytes = new StreamCost(budget).of(this);
        }
        return decodedBytes;
    }
}
