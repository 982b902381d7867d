/**
 * Acting on all jobs that match a filter: retry, cancel or delete.
 *
 * <pre>
 *  POST ─▶ one transaction: the action, and the list of jobs that match ─▶ 202
 *                                   │
 *          {@link pl.paragon.persistence.action.ActionRunner} ◀─┘ takes up a few (SKIP LOCKED), acts, notes the result
 * </pre>
 *
 * What is done to each job is what is done to a single one, and may be done again. So a worker that dies leaves its few
 * jobs to whoever looks after their time is up, and several workers share one list.
 */
package pl.paragon.persistence.action;
