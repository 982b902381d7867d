/**
 * The arbiter of how jobs end. Several stages may propose an end for the same job, repeatedly and at the same time; one
 * row per job, written once, says which one stands.
 */
package pl.paragon.persistence.arbiter;
