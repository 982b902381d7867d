/** PDF files: their text layer with its positions where it is real, their pages as pictures otherwise. */
package pl.paragon.ocr.document;
