package pl.paragon.persistence.receipt.duplicate;

import java.util.List;

/** Saved receipts that are worth a comparison. Needs a transaction. */
interface Candidates {

    /**
     * Those of the submitter that have the file, the total or the date in common, the newest first.
     *
     * @return possibly the receipt itself, if it is saved
     */
    List<SavedTraits> of(String submitter, Traits traits);
}
