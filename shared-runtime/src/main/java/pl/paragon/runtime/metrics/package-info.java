/** What Prometheus sees of Paragon. */
package pl.paragon.runtime.metrics;
