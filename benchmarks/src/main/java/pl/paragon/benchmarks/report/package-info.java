/** How commands speak: a bar while they work, a head that says what was run where, tables. */
package pl.paragon.benchmarks.report;
