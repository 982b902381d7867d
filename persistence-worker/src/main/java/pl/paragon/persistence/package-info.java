/**
 * The persistence worker, the only owner of PostgreSQL. A receipt that was analysed, a stage that gave up and a client that cancelled all propose an end for their job; the
 * {@linkplain pl.paragon.persistence.arbiter arbiter} lets the first one stand, for good, and tells it:
 *
 * <pre>
 *  receipt-analyzed ──▶ {@linkplain pl.paragon.persistence.receipt save the receipt} ─┐
 *  stage-failed     ──▶ record the failure ─┼─▶ one row per job ──▶ job-ended
 *  cancel-requested ──▶ confirm the cancel ─┘
 * </pre>
 *
 * Beside that it lets uploaded files go when their {@linkplain pl.paragon.persistence.retention time} is over.
 */
package pl.paragon.persistence;
