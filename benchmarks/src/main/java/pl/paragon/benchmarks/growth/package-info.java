/** Whether Paragon gets slower as more jobs wait, and faster as more workers read. */
package pl.paragon.benchmarks.growth;
