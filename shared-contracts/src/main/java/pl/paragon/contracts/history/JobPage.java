package pl.paragon.contracts.history;

import java.util.List;

/**
 * Some jobs of a submitter, newest first: the body of {@code GET /internal/jobs}.
 *
 * @param jobs each with what was submitted and how it ended if it has; without analyses
 * @param more whether others follow
 */
public record JobPage(List<JobHistory> jobs, boolean more) {

    public JobPage {
        jobs = List.copyOf(jobs);
    }
}
