/** Checks what Prometheus and Grafana are told against the metrics that the services have. */
package pl.paragon.manifests.monitoring;
