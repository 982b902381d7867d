/**
 * The arbiter of how jobs end. Several may propose an end for the same job, more than once and at the same time; one row per job, written once, says which stands.
 */
package pl.paragon.persistence.arbiter;
