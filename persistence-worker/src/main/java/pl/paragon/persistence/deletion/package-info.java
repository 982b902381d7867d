/**
 * Deletion on request: of a job that has ended, its receipt, its files, and what the gateway shows of it. That it
 * existed, whose it was and how it ended stays.
 */
package pl.paragon.persistence.deletion;
