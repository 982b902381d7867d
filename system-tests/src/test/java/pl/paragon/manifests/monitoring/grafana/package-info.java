/**
 * A dashboard is a list of rows, a row a list of panels, a panel a list of queries; the layout is computed. No dashboard
 * knows the name of a job or a namespace: the reader selects them, and the data source, above it.
 */
package pl.paragon.manifests.monitoring.grafana;
