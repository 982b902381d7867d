/**
 * Real servers without Docker, root or system packages: Kafka, Redis and PostgreSQL from their artifacts in Maven
 * Central, each a child process with its data in a folder of the caller's. The local stack runs on them, and so does
 * every test that needs a real server: {@link pl.paragon.servers.BackingServers} starts all three on free ports.
 *
 * <p>The settings are durable (no fsync is switched off) and small, everything listens on 127.0.0.1, and a server never
 * outlives the JVM that started it, however that JVM ends.
 */
package pl.paragon.servers;
