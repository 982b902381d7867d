/**
 * Many files in one request, as parts of a form or in a ZIP: each becomes a job of the bulk lane, or is refused by
 * itself.
 *
 * <pre>
 *  body ─▶ {@link pl.paragon.api.batch.BatchReader} ─▶ file store ◀─ {@link pl.paragon.api.batch.archive.ZipArchive}
 *                 │ files, and refusals
 *                 ▼
 *          {@link pl.paragon.api.batch.BatchIntake} ─▶ receipt-submitted, one by one ─▶ batch (Redis) ─▶ 202
 *
 *  GET ─▶ {@link pl.paragon.api.batch.Batches} ─▶ the batch (Redis, else the register) and the board
 * </pre>
 *
 * Files are stored first and submitted afterwards, so a broken form leaves nothing. The ids of the jobs follow from the
 * batch's, so whoever submits a batch once more submits the same jobs.
 */
package pl.paragon.api.batch;
