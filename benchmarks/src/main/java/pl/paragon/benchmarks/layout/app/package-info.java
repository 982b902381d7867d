/** Receipts as the apps of chains show them. */
package pl.paragon.benchmarks.layout.app;
