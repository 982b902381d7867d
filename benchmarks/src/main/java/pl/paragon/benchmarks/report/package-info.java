/** The output of commands: a progress bar, a header that says what was run where, and tables. */
package pl.paragon.benchmarks.report;
