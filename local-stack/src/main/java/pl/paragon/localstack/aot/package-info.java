/**
 * AOT caches for the JVMs of the stack, with which they start three times as fast (JEP 483 and 514). A JVM without a
 * cache makes its run a training run: it records what it loads. When the stack is stopped, a cache is created from each
 * recording; the next start uses it. A cache belongs to one JDK, one set of jars and one set of JVM options, and has
 * their fingerprint in its name: one that no longer fits is not used, and is deleted once its successor exists. Without
 * a cache everything works, only slower.
 */
package pl.paragon.localstack.aot;
