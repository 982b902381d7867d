/**
 * The program behind {@code ./paragon}. {@link pl.paragon.localstack.Paragon} is the command line; {@code startup}
 * brings the stack up and takes it down, {@code supervision} is the background process that runs its parts and restarts
 * what dies, {@code stack} looks at the machine (ports, memory), {@code aot} creates the caches with which the JVMs
 * start fast, and {@code receipt} sends receipts through the stack and shows the results.
 */
package pl.paragon.localstack;
