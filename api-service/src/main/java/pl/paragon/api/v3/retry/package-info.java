/** {@code POST /api/v3/receipts/retry/{job_id}}: a failed job once more. */
package pl.paragon.api.v3.retry;
