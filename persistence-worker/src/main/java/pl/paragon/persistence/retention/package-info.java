/** Uploaded files and what was read from them are kept for a while, those of failed jobs too, and then let go. What was saved of a receipt stays. */
package pl.paragon.persistence.retention;
