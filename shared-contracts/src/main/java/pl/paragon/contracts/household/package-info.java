/**
 * Households: groups of owners who share receipts. What is uploaded on behalf of a household belongs to it as it would
 * to a person: its name as an owner is {@link pl.paragon.contracts.household.HouseholdOwner}'s.
 */
package pl.paragon.contracts.household;
