/** Whether one user's bulk holds up another's receipt. */
package pl.paragon.benchmarks.fairness;
