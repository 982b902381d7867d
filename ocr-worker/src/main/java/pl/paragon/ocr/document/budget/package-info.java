/**
 * What a PDF costs is known before it is paid: streams are measured before they are decoded
 * ({@link pl.paragon.ocr.document.budget.BudgetedStream}), objects are counted while they are found, and operators and
 * paint while a page is read or drawn ({@link pl.paragon.ocr.document.budget.PdfBudget}).
 */
package pl.paragon.ocr.document.budget;
