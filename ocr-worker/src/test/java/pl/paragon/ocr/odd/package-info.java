/** Files that are odd without meaning harm: made by programs that read the format in their own way. */
package pl.paragon.ocr.odd;
