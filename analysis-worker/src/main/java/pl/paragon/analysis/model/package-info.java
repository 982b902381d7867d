/**
 * The engines {@code llm} and {@code hybrid}: a language model, asked over HTTP, beside the grammar.
 *
 * <pre>
 *  rows ──grammar──▶ proved result ────────────────────────────────────────────────┐
 *   └──▶ asking ──▶ model ──▶ answer ──▶ grounding ──▶ draft ──▶ proof ──▶ Preference ──▶ the better one
 * </pre>
 *
 * The model is trusted with nothing. It says which rows are goods, discounts, taxes and totals; every amount that it
 * names is looked up on that row, and the reading of the row is what counts. It is asked only for what equations can
 * check: store, tax number, date and time stay those of the grammar. Its draft goes through the same proof, and what is
 * not better changes nothing.
 */
package pl.paragon.analysis.model;
