/**
 * Cancellation as every worker knows it: a fold of the {@code cancel-requested} facts. Who confirms a cancel is the
 * arbiter in the persistence worker.
 */
package pl.paragon.worker.cancel;
