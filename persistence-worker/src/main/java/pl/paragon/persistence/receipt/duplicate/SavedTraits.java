package pl.paragon.persistence.receipt.duplicate;

import java.util.UUID;
import pl.paragon.contracts.job.JobId;

/** The traits of a saved receipt. */
record SavedTraits(JobId job, UUID receipt, Traits traits) {}
