package pl.paragon.ocr.file;

import pl.paragon.ocr.document.PdfPageLimits;
import pl.paragon.ocr.document.budget.PdfLimits;

/** What a file may hold that is read page by page; pictures have limits of their own. */
public record FileLimits(PdfLimits pdf, PdfPageLimits page, TextLimits text) {}
