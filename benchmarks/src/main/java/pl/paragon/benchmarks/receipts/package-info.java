/** How long the queries of saved receipts take in a large database, which is filled for the purpose. */
package pl.paragon.benchmarks.receipts;
