/** A reader that reads nothing, so that everything around reading can be measured. */
package pl.paragon.ocr.fixedtext;
