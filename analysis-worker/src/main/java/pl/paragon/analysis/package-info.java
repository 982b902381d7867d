/**
 * The analysis worker: recognised text in, a structured, reconciled and categorised receipt out.
 *
 * <pre>
 *  pieces of print ──rows──▶ printed rows ──lexicon──▶ words and numbers
 *                  ──grammar──▶ draft ──proof──▶ proof ──result──▶ analysis
 * </pre>
 *
 * Engines (behind the port in {@link pl.paragon.analysis.engine}) differ in how they come to a draft; grounding,
 * arithmetic and knowledge of stores and goods are the same for all.
 */
package pl.paragon.analysis;
