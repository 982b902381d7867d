/**
 * What an engine believes a receipt says, before anything is proved: values with all their possible readings and their
 * places. Every engine, whatever it is made of, hands over a draft; {@link pl.paragon.analysis.proof} turns it into a
 * result.
 */
package pl.paragon.analysis.draft;
