/** What it costs that workers join and leave while they work. */
package pl.paragon.benchmarks.scaling;
