/** How many questions about jobs a second are answered, beside the reference system. */
package pl.paragon.benchmarks.statuses;
