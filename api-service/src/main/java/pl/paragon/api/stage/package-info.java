/**
 * The stages as operators steer them: pausing and resuming. What is decided is published, and every process folds it.
 * See decision 40.
 */
package pl.paragon.api.stage;
