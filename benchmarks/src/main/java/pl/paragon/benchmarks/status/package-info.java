/** What the status of finished jobs costs: the gateway's own projection, from a real Kafka into a real Redis. */
package pl.paragon.benchmarks.status;
