/** {@code /api/v3/receipts/jobs/actions}: retry, cancel or delete all jobs that match a filter. */
package pl.paragon.api.v3.action;
