/** Knowing what was bought: abbreviated names against stems of words. The categories and their stems are data: {@code categories.tsv}. */
package pl.paragon.analysis.category;
