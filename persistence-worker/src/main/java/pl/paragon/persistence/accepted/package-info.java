/**
 * The register of accepted jobs: a row for each {@code receipt-submitted}, kept for good, and for each partition the
 * span of time of which it holds everything. With the outcomes it says which jobs are live, however old they are, and
 * which files belong to no job at all.
 */
package pl.paragon.persistence.accepted;
