/**
 * A running Paragon beside a running reference system, over plain HTTP. Both serve the same paths of the API's version
 * 3; the commands measure one after the other, repeat by repeat, and compare the medians. The client is as light as can
 * be, since it runs on the processors that it measures.
 */
package pl.paragon.benchmarks.sidebyside;
