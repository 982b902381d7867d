/** What is known of a receipt's picture, as a file beside it. */
package pl.paragon.benchmarks.truth;
