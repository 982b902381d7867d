/**
 * Dead letters: listed, shown, and replayed to the topic that they came from.
 *
 * <p>A record is known by where it was consumed from, since several consumers of one topic each dead-letter a record
 * that they cannot decode. A dead letter topic has one partition, so its records have one order, which everybody sees:
 *
 * <pre>
 *  letter ─▶ claim of a replay ─▶ (the record goes to its topic) ─▶ note that it was replayed
 * </pre>
 *
 * The first claim in that order wins. Whoever finds another one before its own replays nothing.
 */
package pl.paragon.operations.deadletter;
