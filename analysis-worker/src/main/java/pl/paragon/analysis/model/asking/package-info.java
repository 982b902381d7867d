/**
 * Asking a language model: the question, the configured server, turns, timeouts and the circuit breaker. Whatever the
 * server does, the answer is a usable one or silence.
 */
package pl.paragon.analysis.model.asking;
