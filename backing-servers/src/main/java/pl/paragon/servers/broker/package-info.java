/**
 * What runs inside the broker's own JVM, on the classpath of the Kafka release alone. Nothing outside this package may name its classes: Kafka's server libraries are
 * on nobody else's classpath.
 */
package pl.paragon.servers.broker;
