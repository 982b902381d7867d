/**
 * What runs inside the broker's own JVM, on the classpath of the Kafka release alone. No other package may use its
 * classes: Kafka's server libraries are on no other classpath.
 */
package pl.paragon.servers.broker;
