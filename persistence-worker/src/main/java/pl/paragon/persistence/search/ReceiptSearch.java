package pl.paragon.persistence.search;

import java.util.Optional;
import pl.paragon.contracts.saved.NumberedPage;
import pl.paragon.contracts.saved.NumberedQuery;
import pl.paragon.contracts.saved.ReceiptPage;
import pl.paragon.contracts.saved.ReceiptQuery;

/** Finds receipts. Needs a transaction. */
interface ReceiptSearch {

    NumberedPage numbered(NumberedQuery query);

    /** @param after the query's cursor, decoded */
    ReceiptPage page(ReceiptQuery query, Optional<Cursor> after);
}
