/**
 * How the JVMs of the stack come to start three times as fast. A JVM that has no cache yet records what it loads; when the stack
 * is stopped, a cache is made of the recording; the next start uses it. A cache belongs to one JDK, one set of jars and one set of JVM options, and has their
 * fingerprint in its name: what does not fit any more is not used, and is deleted when its successor is made. Without a cache everything works, only slower.
 */
package pl.paragon.localstack.learning;
