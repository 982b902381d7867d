/**
 * Tells the gateway of jobs that the topics and Redis have forgotten: what was submitted, what was saved of it and how
 * it ended, as the events that said so.
 */
package pl.paragon.persistence.history;
