/**
 * Files are kept for a while after their job's end, those of failed jobs too, and then deleted; so is what uploads left
 * behind that never became a job. What was saved of a receipt stays in the database, unless a retention is configured
 * for it as well.
 */
package pl.paragon.persistence.retention;
