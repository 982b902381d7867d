package pl.paragon.contracts.household;

import java.time.Instant;

/**
 * Somebody of a household.
 *
 * @param invitedBy {@code null} for who founded it
 * @param since when they joined, or were invited
 */
public record Member(String owner, Standing standing, String invitedBy, Instant since) {}
