/**
 * One harness for a Paragon that runs on this machine, for system tests and benchmarks:
 * {@link pl.paragon.running.RunningParagon} starts the built artifacts as {@code ./paragon up} does, on free ports and
 * with a state folder of its own, and runs further {@link pl.paragon.running.Replica}s of a service beside them.
 *
 * <p>It is a module of its own because two kinds of programs need it. The local stack is built on its packages
 * ({@code service}: the services as processes; {@code stack}: the state of a stack on disk; {@code client}: the API),
 * and nothing may depend on the local stack; tests and benchmarks drive the local stack from outside, by its command
 * line, and need the same knowledge. In {@code backing-servers} it would burden the tests of each single service with
 * all four; in {@code test-support} the local stack could not use it.
 */
package pl.paragon.running;
