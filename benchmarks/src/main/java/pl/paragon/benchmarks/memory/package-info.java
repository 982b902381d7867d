/** Whether the memory of the services grows while they read. */
package pl.paragon.benchmarks.memory;
