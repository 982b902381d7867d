package pl.paragon.analysis.stage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import pl.paragon.contracts.event.ReceiptAnalyzed;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.receipt.AnalyzedReceipt;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.runtime.files.Documents;
import pl.paragon.runtime.files.ReceiptFileStore;

/** The stage before and the one after: stores a job's text and makes the fact about it, reads a job's analysis. */
record StoredTexts(ReceiptFileStore store) {

    ReceiptTextRecognized recognized(JobId job, RecognizedText text) throws IOException {
        FileReference stored =
                store.put(job, "text.json", "application/json", new ByteArrayInputStream(Json.write(text)));
        FileReference upload = store.put(job, "upload", "image/png", new ByteArrayInputStream(new byte[] {1}));
        Instant now = Instant.now();
        Submission submission = new Submission("paragon.png", upload, null, Submission.ANONYMOUS, now);
        return new ReceiptTextRecognized(job, now, submission, now, stored);
    }

    AnalyzedReceipt analysis(ReceiptAnalyzed analyzed) throws IOException {
        return new Documents(store).read(analyzed.analysis(), AnalyzedReceipt.class);
    }
}
