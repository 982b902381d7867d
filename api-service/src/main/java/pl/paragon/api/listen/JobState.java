package pl.paragon.api.listen;

import java.util.Optional;
import pl.paragon.api.status.Job;
import pl.paragon.contracts.receipt.AnalyzedReceipt;

/**
 * How a job stands.
 *
 * @param version whoever has seen this state has seen what every job of the owner was up to here
 * @param receipt what was read; empty if the job has not succeeded, or the document is temporarily unavailable
 */
public record JobState(long version, Job job, Optional<AnalyzedReceipt> receipt) {}
