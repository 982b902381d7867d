/** Whether files that mean harm slow down the receipts beside them, or take a worker down. */
package pl.paragon.benchmarks.hostile;
