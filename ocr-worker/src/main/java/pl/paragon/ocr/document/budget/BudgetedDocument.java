package pl.paragon.ocr.document.budget;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import pl.paragon.contracts.error.ErrorCode;

/** A document whose streams know the budget. */
final class BudgetedDocument extends COSDocument {

    /** Samples of a function, for which PDFBox allocates an array each, whatever the stream holds. */
    private static final long MOST_SAMPLES = 1 << 18;

    private final ICOSParser parser;
    private final PdfBudget budget;

    BudgetedDocument(StreamCacheCreateFunction cache, ICOSParser parser, PdfBudget budget) {
        super(cache, parser);
        this.parser = parser;
        this.budget = budget;
    }

    @Override
    public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
        if (dictionary.getItem(COSName.FUNCTION_TYPE) instanceof COSNumber type && type.intValue() == 0) {
            requireSamples(dictionary.getItem(COSName.SIZE));
        }
        if (COSName.OBJ_STM.equals(dictionary.getItem(COSName.TYPE))) {
            budget.objects(Math.max(0, dictionary.getInt(COSName.N)));
        }
        BudgetedStream stream = new BudgetedStream(parser.createRandomAccessReadView(start, length), budget);
        dictionary.forEach(stream::setItem);
        stream.setKey(dictionary.getKey());
        return stream;
    }

    /** The dimensions must stand in the dictionary itself: nothing may be looked up while an object is being parsed. */
    private static void requireSamples(COSBase size) {
        long samples = 1;
        if (size instanceof COSArray dimensions) {
            for (COSBase dimension : dimensions) {
                long length = dimension instanceof COSNumber number ? number.longValue() : MOST_SAMPLES + 1;
                samples = samples * Math.clamp(length, 1, MOST_SAMPLES + 1);
                PdfBudget.require(ErrorCode.PDF_TOO_COMPLEX, "function_samples", samples, MOST_SAMPLES);
            }
        } else if (size != null) {
            PdfBudget.require(ErrorCode.PDF_TOO_COMPLEX, "function_samples", -1, MOST_SAMPLES);
        }
    }
}
