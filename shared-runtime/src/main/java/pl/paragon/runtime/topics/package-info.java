/**
 * Creating the topics: in containers by a program of its own, once, before the services start; on one machine by the
 * local stack and by tests, which call the same code.
 */
package pl.paragon.runtime.topics;
