/**
 * Uploaded files and the documents made of them are kept for a while, those of failed jobs too, and then deleted. What
 * was saved of a receipt stays in the database.
 */
package pl.paragon.persistence.retention;
