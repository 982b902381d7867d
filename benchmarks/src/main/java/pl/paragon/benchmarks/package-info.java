/**
 * Numbers: how right Paragon reads, what it costs, how much memory it takes. Everything is measured from outside, on
 * the built artifacts as users run them.
 */
package pl.paragon.benchmarks;
