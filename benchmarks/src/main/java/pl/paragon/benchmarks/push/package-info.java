/** What it costs a gateway that clients listen to it. */
package pl.paragon.benchmarks.push;
