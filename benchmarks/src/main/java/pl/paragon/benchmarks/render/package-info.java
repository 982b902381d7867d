/** Receipts that never were, with their truth: what the seed says, kind by kind. */
package pl.paragon.benchmarks.render;
