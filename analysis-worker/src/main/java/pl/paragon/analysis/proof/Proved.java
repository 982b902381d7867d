package pl.paragon.analysis.proof;

import pl.paragon.analysis.draft.Draft;
import pl.paragon.analysis.rows.Printout;
import pl.paragon.contracts.receipt.Verification.Verdict;

/**
 * A draft with what its equations make of it.
 *
 * @param printout the rows that it is of
 */
public record Proved(Printout printout, Draft draft, Proof proof) {

    public boolean isProved() {
        return proof.verification().verdict() == Verdict.PROVED;
    }
}
