/**
 * What each worker does around its work. {@link pl.paragon.worker.runner.StageRunner} takes one record through it;
 * {@link pl.paragon.worker.runner.FactRunner} does the same for facts that are nobody's work;
 * {@link pl.paragon.worker.runner.StageRunners} makes both and drains them when the worker shuts down.
 */
package pl.paragon.worker.runner;
