/**
 * Which workers are alive: each publishes heartbeats and folds those of all the others, so that a job whose worker died
 * is told from one that is still being worked on elsewhere.
 */
package pl.paragon.worker.crew;
