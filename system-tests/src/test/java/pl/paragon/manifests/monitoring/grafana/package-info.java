/**
 * A dashboard is a list of rows, a row a list of panels, a panel a list of queries; the layout is computed. The reader
 * selects data source, job and namespace above it: no dashboard knows their names.
 */
package pl.paragon.manifests.monitoring.grafana;
