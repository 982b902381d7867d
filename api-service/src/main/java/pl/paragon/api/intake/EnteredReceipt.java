package pl.paragon.api.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.runtime.files.Documents;
import pl.paragon.runtime.files.ReceiptFileStore;

/**
 * A receipt that a client enters itself. Its JSON is stored as the upload, and beside it what the stages of OCR and
 * analysis would have made, so they find their work done and what is left is to save it.
 */
final class EnteredReceipt {

    static final String FILENAME = "receipt.json";

    private static final String MEDIA_TYPE = "application/json";

    private EnteredReceipt() {}

    /** @return the claim check of the JSON */
    static FileReference store(ReceiptFileStore store, JobId job, byte[] json, AnalyzedReceipt receipt)
            throws IOException {
        FileReference upload = store.put(job, FileReceiver.STORED_AS, MEDIA_TYPE, new ByteArrayInputStream(json));
        Documents documents = new Documents(store);
        documents.keep(job, RecognizedText.DOCUMENT, PlainText.recognized(receipt.ocrText()));
        documents.keep(job, AnalyzedReceipt.DOCUMENT, receipt);
        return upload;
    }
}
