/**
 * Pausing and resuming stages, by the topic that every process folds: it works as well if no gateway answers, and what
 * is decided holds for processes that start later.
 */
package pl.paragon.operations.stage;
