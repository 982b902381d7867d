package pl.paragon.analysis.stage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import pl.paragon.contracts.event.ReceiptTextRecognized;
import pl.paragon.contracts.event.Submission;
import pl.paragon.contracts.file.FileReference;
import pl.paragon.contracts.job.JobId;
import pl.paragon.contracts.json.Json;
import pl.paragon.contracts.text.RecognizedText;
import pl.paragon.runtime.files.ReceiptFileStore;

/** Does what the stage before does: puts a job's text into the store, and makes the fact that tells of it. */
record StoredTexts(ReceiptFileStore store) {

    ReceiptTextRecognized recognized(JobId job, RecognizedText text) throws IOException {
        FileReference stored =
                store.put(job, "text.json", "application/json", new ByteArrayInputStream(Json.write(text)));
        FileReference upload = store.put(job, "upload", "image/png", new ByteArrayInputStream(new byte[] {1}));
        Instant now = Instant.now();
        Submission submission = new Submission("paragon.png", upload, null, Submission.ANONYMOUS, now);
        return new ReceiptTextRecognized(job, now, submission, now, stored);
    }
}
