/**
 * Categories of goods: abbreviated names matched with stems of words. The categories and their stems are data:
 * {@code categories.tsv}.
 */
package pl.paragon.analysis.category;
