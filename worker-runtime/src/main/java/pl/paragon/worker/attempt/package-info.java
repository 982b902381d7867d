/**
 * One attempt at a job: run on a thread of its own, bounded by the time limits, stopped by a cancel or by the worker's
 * shutdown; and {@code FailurePolicy}, the one place that decides what follows a failure.
 */
package pl.paragon.worker.attempt;
