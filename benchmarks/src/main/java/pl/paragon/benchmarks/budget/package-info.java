/** Where the time of a receipt goes, step by step, as the services' own metrics tell it. */
package pl.paragon.benchmarks.budget;
