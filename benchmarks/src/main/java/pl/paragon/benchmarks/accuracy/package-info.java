/**
 * How right Paragon is: each reading held against its truth, added up by kind, and held against the recorded levels.
 */
package pl.paragon.benchmarks.accuracy;
