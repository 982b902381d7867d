/**
 * Marks of starts that were never ended, which tell a job that crashes its worker from one that is merely redelivered.
 */
package pl.paragon.worker.ledger;
