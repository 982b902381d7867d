/** Whether jobs end when their status said that they would. */
package pl.paragon.benchmarks.forecasts;
