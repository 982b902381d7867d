/** The live workers, from the heartbeats that Kafka still has: true also if no gateway answers. */
package pl.paragon.operations.worker;
