/** The clock that is injected wherever the time matters, so that a test can set it. */
package pl.paragon.runtime.time;
