/**
 * What an operator does by command: looks at {@linkplain pl.paragon.operations.deadletter dead letters} and
 * {@linkplain pl.paragon.operations.failedjob failed jobs}, and replays them. {@code ./paragon} offers these commands
 * for the stack of this machine; {@link pl.paragon.operations.Operations} is the same in a container.
 */
package pl.paragon.operations;
