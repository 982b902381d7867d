/**
 * From a proof to the result of a job: values with their sources, knowledge of stores and goods, and nothing that is
 * not in the text.
 */
package pl.paragon.analysis.result;
