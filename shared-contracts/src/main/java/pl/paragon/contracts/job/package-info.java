/** Identifiers of a job, its three stages and its eight steps. */
package pl.paragon.contracts.job;
