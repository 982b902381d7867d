/** Jobs that have not ended: submitted once more after Kafka lost their records. */
package pl.paragon.operations.livejob;
