/**
 * Plots of results that were kept: one file of JSON lines for each benchmark, beside which a picture stands for each of
 * its units.
 */
package pl.paragon.benchmarks.plot;
