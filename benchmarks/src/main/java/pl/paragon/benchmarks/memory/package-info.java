/** Whether the services grow while they read. */
package pl.paragon.benchmarks.memory;
