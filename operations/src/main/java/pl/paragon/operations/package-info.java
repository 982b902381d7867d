/**
 * What an operator does by command: looks at {@linkplain pl.paragon.operations.deadletter dead letters} and
 * {@linkplain pl.paragon.operations.failedjob failed jobs}, and replays them; submits
 * {@linkplain pl.paragon.operations.livejob live jobs} once more that Kafka has lost; pauses stages; gives out API
 * keys. {@code ./paragon} offers these commands for the stack of this machine;
 * {@link pl.paragon.operations.Operations} is the same in a container.
 */
package pl.paragon.operations;
