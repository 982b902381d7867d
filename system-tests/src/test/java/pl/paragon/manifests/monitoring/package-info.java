/**
 * The operator's dashboards, as code: {@code monitoring/grafana/dashboards/} is rendered from these classes and held
 * against {@link pl.paragon.runtime.metrics.Metric}. To change a dashboard, change its class, run {@code mvn -pl
 * system-tests -am test -Dtest=DashboardsTest -Dgolden.write=true}, and commit both.
 */
package pl.paragon.manifests.monitoring;
