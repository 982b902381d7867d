/**
 * How a purchase becomes rows of text on a sheet, and what of it is the truth: what all tills and apps have in common.
 * Their own ways are in {@code paper} and {@code app}.
 */
package pl.paragon.benchmarks.layout;
