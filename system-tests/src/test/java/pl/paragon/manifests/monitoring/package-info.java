/**
 * What Prometheus and Grafana are told, held against {@link pl.paragon.runtime.metrics.Metric}. The dashboards in
 * {@code monitoring/grafana/dashboards/} are rendered from these classes: to change one, change its class, run
 * {@code mvn -pl system-tests -am test -Dtest=DashboardsTest -Dgolden.write=true}, and commit both.
 */
package pl.paragon.manifests.monitoring;
