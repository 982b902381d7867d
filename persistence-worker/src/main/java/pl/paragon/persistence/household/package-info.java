/**
 * Households: founded, joined, left and deleted by their members, one change of a household at a time; and, for the
 * gateways, whose member somebody is.
 */
package pl.paragon.persistence.household;
