/**
 * A job's status is a fold of facts: {@link pl.paragon.api.status.JobStatus#fold} is a pure function of what is known
 * of a job, so duplicates, reordering and replay cannot produce a wrong status. Nothing here knows where facts come
 * from or where they are kept.
 */
package pl.paragon.api.status;
