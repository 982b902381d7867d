/** Kafka, as the operator's commands ask it. */
package pl.paragon.operations.broker;
