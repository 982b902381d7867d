package pl.paragon.ocr.document.budget;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdfparser.XrefTrailerResolver;
import org.apache.pdfbox.pdmodel.PDDocument;
import pl.paragon.contracts.error.ErrorCode;

/** PDFBox's parser, with a budget for what it builds: cross-references, objects and decoded streams. */
public final class BudgetedParser extends PDFParser {

    private final PdfBudget budget;

    private BudgetedParser(RandomAccessReadBufferedFile file, StreamCacheCreateFunction cache, PdfBudget budget)
            throws IOException {
        super(file, "", null, null, cache);
        COSDocument unbudgeted = document;
        document = new BudgetedDocument(cache, this, budget);
        IOUtils.closeQuietly(unbudgeted);
        xrefTrailerResolver = new CountingXref(budget);
        this.budget = budget;
    }

    public static PDDocument open(Path file, StreamCacheCreateFunction cache, PdfBudget budget) throws IOException {
        PdfBudget.require(
                ErrorCode.PDF_TOO_COMPLEX,
                "objects",
                RawObjects.in(file),
                budget.limits().objects());
        RandomAccessReadBufferedFile source = new RandomAccessReadBufferedFile(file);
        try {
            return new BudgetedParser(source, cache, budget).parse();
        } catch (IOException | RuntimeException | Error e) {
            IOUtils.closeQuietly(source);
            throw e;
        }
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        budget.token();
        return super.parseDirObject();
    }

    @Override
    protected COSName parseCOSName() throws IOException {
        budget.token();
        return super.parseCOSName();
    }

    private static final class CountingXref extends XrefTrailerResolver {

        private final PdfBudget budget;

        CountingXref(PdfBudget budget) {
            this.budget = budget;
        }

        @Override
        public void setXRef(COSObjectKey key, long offset) {
            budget.objects(1);
            super.setXRef(key, offset);
        }
    }
}
