/** Runs the module of micro-benchmarks, and keeps its results like those of every other benchmark. */
package pl.paragon.benchmarks.functions;
