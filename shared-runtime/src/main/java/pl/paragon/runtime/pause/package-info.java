/**
 * The pauses of stages, as every process knows them: a fold of a topic that is read from its beginning, so that a pause
 * outlives the restart of anything.
 */
package pl.paragon.runtime.pause;
