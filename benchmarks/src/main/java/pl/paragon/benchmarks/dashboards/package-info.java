/** Grafana's dashboards, asked of a running Prometheus and drawn. */
package pl.paragon.benchmarks.dashboards;
