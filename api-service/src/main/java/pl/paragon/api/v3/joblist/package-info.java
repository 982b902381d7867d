/** {@code GET /api/v3/receipts/jobs}: the client's jobs, page by page. */
package pl.paragon.api.v3.joblist;
