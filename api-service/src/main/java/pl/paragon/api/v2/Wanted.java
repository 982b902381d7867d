package pl.paragon.api.v2;

import pl.paragon.api.error.ApiError;
import pl.paragon.contracts.job.Stage;

/** What a request wants of the job that reads its receipt. */
enum Wanted {
    /** The text of a file. The predecessor saved nothing of it, so the job is deleted once it is answered. */
    TEXT,
    /** The receipt in a file. It is saved, and answered with the ids by which it can be found again. */
    RECEIPT,
    /** The receipt in a text that the client sends. As with {@link #TEXT}, nothing of it is kept. */
    ANALYSIS,
    /** That a receipt which the client enters is saved. */
    ENTRY;

    boolean isKept() {
        return this == RECEIPT || this == ENTRY;
    }

    /** Whether a file has to be read first; what the client sends as text or data passes that stage at once. */
    boolean hasFile() {
        return this == TEXT || this == RECEIPT;
    }

    /** The error if the stage cannot make a receipt of what it was given. */
    ApiError failure(Stage stage) {
        return switch (this) {
            case TEXT -> ApiError.RECEIPT_PROCESSING_ERROR;
            case ANALYSIS, ENTRY -> ApiError.RECEIPT_ANALYSIS_ERROR;
            case RECEIPT ->
                switch (stage) {
                    case OCR -> ApiError.OCR_PROCESSING_ERROR;
                    case ANALYSIS, PERSISTENCE -> ApiError.RECEIPT_ANALYSIS_ERROR;
                };
        };
    }
}
