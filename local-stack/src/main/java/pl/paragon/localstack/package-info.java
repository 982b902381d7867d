/**
 * What {@code ./paragon} does. {@link pl.paragon.localstack.Paragon} is the command line; {@code startup} brings the stack up and takes it down, {@code supervision} is the
 * process in the background that holds it and starts again what dies, {@code stack} is what both know of it (folder, ports, parts, state), {@code learning} makes the caches
 * with which the JVMs start fast, and {@code receipt} sends receipts through the stack and shows what comes out.
 */
package pl.paragon.localstack;
