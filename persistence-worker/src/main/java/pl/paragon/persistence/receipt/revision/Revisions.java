package pl.paragon.persistence.receipt.revision;

import java.util.List;
import java.util.Optional;
import pl.paragon.contracts.saved.Revision;
import pl.paragon.persistence.receipt.schema.Receipt;

/** What receipts were. Every method needs a transaction. */
interface Revisions {

    void add(Receipt receipt, Revision revision);

    /** In their order; without the reading as long as nothing was corrected. */
    List<Revision> of(Receipt receipt);

    Optional<Revision> find(Receipt receipt, int number);
}
