/** How many receipts a minute go through the whole pipeline, and what each of its processes spends on a page. */
package pl.paragon.benchmarks.throughput;
