/**
 * The clock that is injected wherever the time matters, so that a test can set it, and tasks that run at a steady pace.
 */
package pl.paragon.runtime.time;
