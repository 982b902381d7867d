/** How long an upload takes, and how many a second are accepted, beside the reference system. */
package pl.paragon.benchmarks.uploads;
