/** Receipts as the tills of chains and small shops print them. */
package pl.paragon.benchmarks.layout.paper;
