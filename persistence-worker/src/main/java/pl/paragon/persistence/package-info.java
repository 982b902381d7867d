/**
 * The persistence worker, the only owner of PostgreSQL. An analysed receipt, a stage that gave up and a client that
 * cancelled each propose an end for their job; the {@linkplain pl.paragon.persistence.arbiter arbiter} lets the first
 * one stand for good and publishes it:
 *
 * <pre>
 *  receipt-analyzed ──▶ {@linkplain pl.paragon.persistence.receipt save the receipt} ─┐
 *  stage-failed     ──▶ record the failure ─┼─▶ one row per job ──▶ job-ended
 *  cancel-requested ──▶ confirm the cancel ─┘
 * </pre>
 *
 * It also answers the gateway with what was saved, keeps the {@linkplain pl.paragon.persistence.key API keys} and a
 * {@linkplain pl.paragon.persistence.accepted register} of accepted jobs,
 * {@linkplain pl.paragon.persistence.removal removes} what cancelled jobs stored, and deletes files when their
 * {@linkplain pl.paragon.persistence.retention retention} has ended.
 */
package pl.paragon.persistence;
