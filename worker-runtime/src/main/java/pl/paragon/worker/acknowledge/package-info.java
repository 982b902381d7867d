/**
 * Tells Kafka which records are done with: a channel's commit strategy, {@code acknowledged}.
 */
package pl.paragon.worker.acknowledge;
