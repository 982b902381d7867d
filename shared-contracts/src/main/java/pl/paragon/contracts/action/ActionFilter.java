package pl.paragon.contracts.action;

import java.time.Instant;

/**
 * Which jobs of a submitter an action is about; all conditions have to be met.
 *
 * @param outcome {@code not_yet}, {@code saved}, {@code failed} or {@code cancelled}; {@code null} for any
 * @param from submitted then or later, or {@code null}
 * @param until submitted before then, or {@code null}
 * @param filename what the file's name contains, whatever the case, or {@code null}
 */
public record ActionFilter(String outcome, Instant from, Instant until, String filename) {}
