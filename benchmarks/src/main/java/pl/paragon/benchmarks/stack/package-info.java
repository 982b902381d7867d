/** A running Paragon, seen from outside: its HTTP interface, its processes. */
package pl.paragon.benchmarks.stack;
