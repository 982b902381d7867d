package pl.paragon.persistence.search;

import java.util.Optional;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;

/** Finds receipts. Needs a transaction. */
interface ReceiptSearch {

    /** @param after the query's cursor, decoded */
    ReceiptPage page(ReceiptQuery query, Optional<Cursor> after);
}
