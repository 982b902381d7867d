/** How long a receipt takes that needs no reading, and how much of that is handing it on. */
package pl.paragon.benchmarks.hops;
